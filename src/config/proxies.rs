//! The proxies that the environment names. Connects to nothing.

use super::environment::variable;
use hyper_util::client::proxy::matcher::Matcher;

/// For which calls a proxy is, and the variables that name it: the first that is set counts.
const ALL: [&str; 2] = ["ALL_PROXY", "all_proxy"];
const HTTP: [&str; 2] = ["HTTP_PROXY", "http_proxy"];
const HTTPS: [&str; 2] = ["HTTPS_PROXY", "https_proxy"];
const NO: [&str; 2] = ["NO_PROXY", "no_proxy"];

/// Any address: a proxy for all calls is one for this too.
const SOMEWHERE: &str = "http://league.example/";

/// The proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `ALL_PROXY` name, less what `NO_PROXY` lists.
///
/// # Errors
/// A sentence where one of them cannot be read: it must not happen that the bot then connects without it.
pub(crate) fn proxies() -> Result<Matcher, String> {
    let builder = Matcher::builder().all(named(ALL)?).http(named(HTTP)?).https(named(HTTPS)?);
    Ok(builder.no(first(NO).map(|it| it.1).unwrap_or_default()).build())
}

/// What the first of these variables that is set holds, if it names a proxy; empty where none is set. The value itself is not
/// told: it may hold a password.
fn named(variables: [&'static str; 2]) -> Result<String, String> {
    let Some((name, value)) = first(variables) else { return Ok(String::new()) };
    if is_proxy(&value) {
        return Ok(value);
    }
    Err(format!(
        "{name} is set and cannot be read as the address of a proxy: write it as http://HOST:PORT or \
         socks5h://HOST:PORT in letters of an English keyboard, or leave it out"
    ))
}

fn first(variables: [&'static str; 2]) -> Option<(&'static str, String)> {
    variables.into_iter().find_map(|name| Some((name, variable(name)?)))
}

/// True where calls would go through what is named here.
fn is_proxy(value: &str) -> bool {
    let matcher = Matcher::builder().all(value.to_owned()).build();
    SOMEWHERE.parse().is_ok_and(|somewhere| matcher.intercept(&somewhere).is_some())
}

#[cfg(test)]
mod tests {
    use super::is_proxy;

    #[test]
    fn addresses_of_proxies() {
        let rows = [
            ("http://127.0.0.1:17892", true),
            ("127.0.0.1:17892", true),
            ("socks5h://li:geheim@proxy.example:1080", true),
            // Told later, by what it would be used for
            ("socks4://proxy.example", true),
            ("http://127.0.0.1：17892", false),
            ("ftp://proxy.example", false),
            ("http://", false),
            ("代理", false),
        ];
        for (value, expected) in rows {
            assert_eq!(is_proxy(value), expected, "{value}");
        }
    }
}
