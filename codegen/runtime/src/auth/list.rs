//! Several credentials, for APIs whose operations accept different security schemes.

use std::error::Error as StdError;
use std::sync::Arc;

use super::credentials::{Authorization, Challenge, Credentials};
use crate::document::SecurityScheme;
use crate::net::transport::BoxFuture;

/// Uses the first credentials that serve a scheme.
impl Credentials for Vec<Arc<dyn Credentials>> {
    fn serves(&self, scheme: &SecurityScheme) -> bool {
        self.iter().any(|it| it.serves(scheme))
    }

    fn authorize<'a>(
        &'a self,
        request: &'a mut reqwest::Request,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            for (credentials, authorization) in chosen(self, authorization) {
                credentials.authorize(request, authorization).await?;
            }
            Ok(())
        })
    }

    fn challenged<'a>(
        &'a self,
        challenge: Challenge<'a>,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let mut again = false;
            for (credentials, authorization) in chosen(self, authorization) {
                again |= credentials.challenged(challenge, authorization).await;
            }
            again
        })
    }

    fn revoke<'a>(
        &'a self,
        authorization: Authorization<'a>,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            for (credentials, authorization) in chosen(self, authorization) {
                credentials.revoke(authorization).await?;
            }
            Ok(())
        })
    }
}

/// The credentials for each scheme, with an authorization for only that scheme.
fn chosen<'a>(
    all: &'a [Arc<dyn Credentials>],
    authorization: Authorization<'a>,
) -> impl Iterator<Item = (&'a dyn Credentials, Authorization<'a>)> {
    authorization.schemes.iter().filter_map(move |scheme| {
        let credentials = all.iter().find(|it| it.serves(scheme))?;
        let schemes = std::slice::from_ref(scheme);
        let authorization = Authorization {
            schemes,
            ..authorization
        };
        Some((&**credentials, authorization))
    })
}
