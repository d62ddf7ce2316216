//! One address, asked until there is an answer or there have been enough attempts.

use std::time::Duration;

use reqwest::header::LOCATION;
use reqwest::{Method, StatusCode, redirect};
use url::Url;

use super::{Heard, Manners};

/// As many redirects as browsers follow (Fetch Standard, 4.4).
const MOST_REDIRECTS: usize = 20;

/// Asks by one name and with one manner.
#[derive(Debug)]
pub(super) struct Client {
    client: reqwest::Client,
    manners: Manners,
}

/// What one attempt came to.
enum Attempt {
    Done(Heard),
    Again(String),
}

impl Client {
    pub(super) fn new(manners: Manners, agent: &str) -> reqwest::Result<Self> {
        let client = reqwest::Client::builder()
            .user_agent(agent)
            .timeout(manners.timeout)
            // Which redirects are for good is what is asked.
            .redirect(redirect::Policy::none())
            .build()?;
        Ok(Self { client, manners })
    }

    /// What came of an address.
    pub(super) async fn ask(&self, address: &str) -> Heard {
        let mut pause = self.manners.pause;
        let mut attempt = 0;
        loop {
            match self.attempt(address).await {
                Attempt::Done(heard) => return heard,
                Attempt::Again(reason) if attempt == self.manners.retries => {
                    return Heard::Silent(reason);
                }
                Attempt::Again(_) => {}
            }
            attempt += 1;
            pause = pause.saturating_mul(2).min(Duration::from_secs(30));
            tokio::time::sleep(pause).await;
        }
    }

    async fn attempt(&self, address: &str) -> Attempt {
        let Ok(mut url) = Url::parse(address) else { return Attempt::Done(Heard::Gone(0)) };
        // Where the redirects that are for good lead, as long as there was no other.
        let mut moved = None;
        let mut for_good = true;
        for _ in 0..=MOST_REDIRECTS {
            let (status, location) = match self.status(&url).await {
                Ok(answer) => answer,
                Err(error) => return Attempt::Again(reason(&error)),
            };
            if let Some(next) = location.and_then(|next| url.join(&next).ok()) {
                for_good &= matches!(
                    status,
                    StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT
                );
                url = next;
                if for_good {
                    moved = Some(url.to_string());
                }
                continue;
            }
            return judge(status, moved);
        }
        Attempt::Done(Heard::Silent("too many redirects".to_owned()))
    }

    /// The answer to a question for the head, or for the whole where that is refused.
    async fn status(&self, url: &Url) -> reqwest::Result<(StatusCode, Option<String>)> {
        let mut answer = self.send(Method::HEAD, url).await?;
        let refused = answer.status().is_client_error() || answer.status().is_server_error();
        if refused && answer.status() != StatusCode::TOO_MANY_REQUESTS {
            answer = self.send(Method::GET, url).await?;
        }
        let location = answer.headers().get(LOCATION).filter(|_| answer.status().is_redirection());
        let location = location.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Ok((answer.status(), location))
    }

    async fn send(&self, method: Method, url: &Url) -> reqwest::Result<reqwest::Response> {
        self.client.request(method, url.clone()).send().await
    }
}

/// What a final status says.
fn judge(status: StatusCode, moved: Option<String>) -> Attempt {
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => Attempt::Done(Heard::Gone(status.as_u16())),
        _ if status.is_server_error() => Attempt::Again(status.to_string()),
        _ if status.is_success() => Attempt::Done(moved.map_or(Heard::Fine, Heard::Moved)),
        // Too many questions, no entry for robots, only for members: the page may well be there.
        _ => Attempt::Done(Heard::Fine),
    }
}

/// The innermost cause: the outer ones only repeat the address.
fn reason(error: &reqwest::Error) -> String {
    use std::error::Error;
    let mut cause: &dyn Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
