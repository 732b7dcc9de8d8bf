//! Code that calls operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::blank::blank;
use super::ident::ident;
use super::value::{self, value};
use crate::plan::example::{
    Call, CallArguments, Code, Compared, Error, Example, Frame, Mentioned, Parameter, Printed,
    Script, ScriptedError, Setup,
};
use crate::plan::{Authentication, Value};

/// The lines around an example that rustdoc hides.
pub(super) struct Hidden {
    pub(super) before: Vec<String>,
    pub(super) after: [&'static str; 2],
}

/// The lines that make an example compile.
pub(super) fn hidden(library: &str, frame: &Frame<'_>) -> Hidden {
    let condition = match frame.features.as_slice() {
        [] => None,
        [feature] => Some(format!("#[cfg(feature = {feature:?})]")),
        several => {
            let several: Vec<_> = several
                .iter()
                .map(|it| format!("feature = {it:?}"))
                .collect();
            Some(format!("#[cfg(all({}))]", several.join(", ")))
        }
    };
    let parameter = match frame.parameter {
        Parameter::None | Parameter::Program => String::new(),
        Parameter::Client => format!("client: {library}::Client"),
        Parameter::Call(builder) => format!("call: {library}::api::{builder}"),
    };
    let error = match frame.error {
        Error::Own => format!("{library}::Error"),
        Error::Any => "Box<dyn std::error::Error>".to_owned(),
    };
    let signature = format!("async fn example({parameter}) -> Result<(), {error}> {{");
    Hidden {
        before: condition.into_iter().chain([signature]).collect(),
        after: ["Ok(())", "}"],
    }
}

/// The statements of an example, imports first.
pub(super) fn code(example: &Example<'_>) -> TokenStream {
    let blank = blank();
    match parts(example) {
        (None, code) => code,
        (Some(imports), code) => quote!(#imports #blank #code),
    }
}

/// The imports of an example, and its other statements.
pub(super) fn parts(example: &Example<'_>) -> Parts {
    let library = example.library.as_str();
    match &example.code {
        Code::Call(call) => {
            let (crate_name, blank) = (ident(library), blank());
            let types = types(call.mentioned());
            let imports = match (call.printed, call.mentioned()) {
                (Printed::AfterWait | Printed::Waits, _) => Some(quote! {
                    use std::time::Duration;
                    #blank
                    use #crate_name::{Wait #types};
                }),
                (_, Mentioned::Nothing) => None,
                (_, Mentioned::Types) => Some(quote!(use #crate_name::types;)),
            };
            (imports, sent(library, call))
        }
        Code::FirstCall(setup, call) => first_call(library, setup, call),
        Code::Errors(printed) => (None, errors(*printed)),
        Code::Blocking(printed) => blocking(library, *printed),
        Code::Retries(printed) => retries(library, *printed),
        Code::OtherRequest(path, accept) => other_request(library, path, *accept),
        Code::Test(script) => (Some(test_imports(library, script)), test(library, script)),
    }
}

type Parts = (Option<TokenStream>, TokenStream);

fn first_call(library: &str, setup: &Setup<'_>, call: &Call<'_>) -> Parts {
    let crate_name = ident(library);
    let types = types(call.mentioned());
    let imports = quote!(use #crate_name::{Client, Error #types};);
    let client = client(library, setup);
    let sent = sent(library, call);
    let code = quote! {
        #[tokio::main]
        async fn main() -> Result<(), Error> {
            let client = #client;
            #sent
            Ok(())
        }
    };
    (Some(imports), code)
}

fn errors(printed: Printed) -> TokenStream {
    let success = match printed {
        Printed::No | Printed::Waits => quote!(Ok(()) => {}),
        Printed::Yes | Printed::Each | Printed::AfterWait | Printed::Events => {
            quote!(Ok(answer) => println!("{answer:?}"),)
        }
    };
    quote! {
        match call.send().await {
            #success
            Err(error) if error.is_not_found() => println!("not found: {error}"),
            Err(error) if error.is_rate_limited() => println!("rate limited; retry after {:?}", error.retry_after()),
            Err(error) => println!("{error}"),
        }
    }
}

fn blocking(library: &str, printed: Printed) -> Parts {
    let library = ident(library);
    let imports = quote!(use #library::blocking::Block;);
    let code = match printed {
        Printed::No | Printed::Waits => quote!(call.send().block()?;),
        Printed::Yes | Printed::Each | Printed::AfterWait | Printed::Events => quote! {
            let answer = call.send().block()?;
            println!("{answer:?}");
        },
    };
    (Some(imports), code)
}

fn retries(library: &str, printed: Printed) -> Parts {
    let (crate_name, blank) = (ident(library), blank());
    let imports = quote! {
        use std::time::Duration;
        #blank
        use #crate_name::Retry;
    };
    let call = quote!(call.with_retry(retry).with_timeout(Duration::from_secs(10)));
    let send = send(printed, &call);
    let code = quote! {
        let retry = Retry::new().max_attempts(2).deadline(Duration::from_secs(30));
        #send
    };
    (Some(imports), code)
}

fn other_request(library: &str, path: &str, accept: Option<&str>) -> Parts {
    let library = ident(library);
    let import = accept.map(|_| {
        quote!(
            use #library::http::header::{ACCEPT, HeaderValue};
        )
    });
    let imports = quote!(use #library::http::Method; #import);
    let header = accept.map(|range| quote!(.with_header(ACCEPT, HeaderValue::from_static(#range))));
    let code = quote! {
        let request = client.request(Method::GET, #path) #header;
        let answer = request.send::<serde_json::Value>().await?;
        println!("{}", answer.body());
    };
    (Some(imports), code)
}

fn test_imports(library: &str, script: &Script<'_>) -> TokenStream {
    let library = ident(library);
    let testing = match script.error {
        ScriptedError::Shared(_) => quote!(InMemory),
        ScriptedError::Status => quote!({Answer, InMemory}),
    };
    quote! {
        use #library::testing::#testing;
        use #library::{Client, api, types};
    }
}

fn test(library: &str, script: &Script<'_>) -> TokenStream {
    let base_url = base_url(library, script.base_url.as_ref());
    let builder = ident(script.builder);
    let (body, call) = (
        body(library, &script.call),
        expression(library, &script.call),
    );
    let answer = value(library, &script.answer);
    let (keep, compare) = match script.compared {
        Compared::Body(local) => {
            let local = ident(local);
            let compare = quote! {
                let received = requests[0].body()?;
                assert_eq!(received, sent);
            };
            (quote!(let sent = #local.clone();), compare)
        }
        Compared::Count => (quote!(), quote!(assert_eq!(requests.len(), 1);)),
    };
    let fail = match &script.error {
        ScriptedError::Shared(error) => {
            let error = value(library, error);
            quote!(stub.fail(409, &#error))
        }
        ScriptedError::Status => quote!(stub.reply(Answer::new(409, ""))),
    };
    let blank = blank();
    quote! {
        let server = InMemory::new();
        let client = Client::builder()#base_url.transport(server.clone()).build()?;
        let stub = server.on::<api::#builder>();
        #blank
        #body
        #keep
        let call = #call;
        let expected = #answer;
        stub.answer(expected.clone());
        let answer = call.clone().send().await?;
        assert_eq!(answer, expected);
        let requests = stub.requests();
        #compare
        #blank
        #fail;
        let error = call.send().await.unwrap_err();
        assert!(error.is_conflict());
    }
}

/// The modules in the list of imports of a program.
pub(super) fn types(mentioned: Mentioned) -> TokenStream {
    match mentioned {
        Mentioned::Nothing => quote!(),
        Mentioned::Types => quote!(, types),
    }
}

/// The expression that creates a client.
pub(super) fn client(library: &str, setup: &Setup<'_>) -> TokenStream {
    let base_url = base_url(library, setup.base_url.as_ref());
    match setup.authentication {
        Authentication::None => quote!(Client::builder()#base_url.build()?),
        Authentication::Environment => quote!(Client::from_env()?),
    }
}

fn base_url(library: &str, url: Option<&Value<'_>>) -> Option<TokenStream> {
    let url = value(library, url?);
    Some(quote!(.base_url(#url)))
}

/// Creates the body, sends a call, and prints its answer.
pub(super) fn sent(library: &str, call: &Call<'_>) -> TokenStream {
    let body = body(library, call);
    let send = send(call.printed, &expression(library, call));
    quote!(#body #send)
}

fn body(library: &str, call: &Call<'_>) -> Option<TokenStream> {
    let (local, body) = call.body.as_ref()?;
    let (local, body) = (ident(local), value(library, body));
    Some(quote!(let #local = #body;))
}

fn expression(library: &str, call: &Call<'_>) -> TokenStream {
    let (tag, method) = (ident(call.tag), ident(call.method));
    let arguments = match &call.arguments {
        CallArguments::Positional(values) => {
            let values = values.iter().map(|it| value(library, it));
            quote!(#(#values),*)
        }
        CallArguments::Named(required, fields) => {
            let (library_name, required) = (ident(library), ident(required));
            let fields = value::fields(library, fields);
            quote!(#library_name::api::#required { #fields })
        }
    };
    quote!(client.#tag().#method(#arguments))
}

fn send(printed: Printed, call: &TokenStream) -> TokenStream {
    match printed {
        Printed::No => quote!(#call.send().await?;),
        Printed::Each => quote! {
            let mut items = #call.items();
            while let Some(item) = items.try_next().await? {
                println!("{item:?}");
            }
        },
        Printed::Events => quote! {
            let mut events = #call.send_events().await?;
            while let Some(event) = events.try_next().await? {
                println!("{event:?}");
            }
        },
        Printed::Yes => quote! {
            let answer = #call.send().await?;
            println!("{answer:?}");
        },
        Printed::AfterWait => quote! {
            let wait = Wait::new().at_most(Duration::from_secs(3600));
            let answer = #call.send_and_wait(wait).await?;
            println!("{:?}", answer.body());
        },
        Printed::Waits => quote! {
            let wait = Wait::new().at_most(Duration::from_secs(3600));
            #call.send_and_wait(wait).await?;
        },
    }
}
