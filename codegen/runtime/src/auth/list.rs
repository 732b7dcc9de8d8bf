//! Several credentials, for an API whose operations do not all take the same.

use std::error::Error as StdError;
use std::sync::Arc;

use super::credentials::{Authorization, Challenge, Credentials};
use crate::document::SecurityScheme;
use crate::net::transport::BoxFuture;

/// The first that serves a scheme is used for it.
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
            for (credentials, scheme) in chosen(self, authorization) {
                let schemes = &[scheme];
                let authorization = Authorization {
                    schemes,
                    ..authorization
                };
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
            for (credentials, scheme) in chosen(self, authorization) {
                let schemes = &[scheme];
                let authorization = Authorization {
                    schemes,
                    ..authorization
                };
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
            for (credentials, scheme) in chosen(self, authorization) {
                let schemes = &[scheme];
                let authorization = Authorization {
                    schemes,
                    ..authorization
                };
                credentials.revoke(authorization).await?;
            }
            Ok(())
        })
    }
}

/// Each scheme with who serves it.
fn chosen<'a>(
    all: &'a [Arc<dyn Credentials>],
    authorization: Authorization<'a>,
) -> impl Iterator<Item = (&'a dyn Credentials, &'a SecurityScheme)> {
    authorization.schemes.iter().filter_map(|scheme| {
        let credentials = all.iter().find(|it| it.serves(scheme))?;
        Some((&**credentials, *scheme))
    })
}
