//! What a message of the bot can show, and how that is written into a button: 64 bytes, no words.
//! Positions only, and the mark of the data that they belong to; nothing is drawn here.

use crate::answer::Target;
use crate::engine::Engine;
use teloxide::types::UserId;

/// Telegram's limit for what a button carries.
const LONGEST: usize = 64;

/// What a message shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum View {
    /// A figure or an initiative.
    Place(Target),
    /// "Did you mean": the choices.
    Choices(Vec<Target>),
    /// A page of what stands below a heading; of the parts where there is none.
    List(Option<Target>, usize),
    /// The units to rank by.
    Units,
    /// The largest figures of a unit, by its position.
    Top(usize),
    /// How to ask.
    Help,
}

/// A button: what it shows, where one gets back from there, whom it obeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Press {
    pub(super) view: View,
    pub(super) back: Option<View>,
    /// Nobody in particular where none is named.
    pub(super) asker: Option<UserId>,
}

/// Why a button cannot be obeyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It belongs to data that is no longer loaded.
    Outdated,
    /// This bot never made it.
    Strange,
}

impl Press {
    /// What the button carries. What it leads back to is left out where there is no room.
    pub(super) fn data(&self, engine: &Engine) -> String {
        let asker = self.asker.map(|it| base36(it.0)).unwrap_or_default();
        let start = format!("{}.{asker}.{}.", engine.fingerprint(), self.view.code());
        let whole = format!("{start}{}", self.back.as_ref().map(View::code).unwrap_or_default());
        if whole.len() <= LONGEST { whole } else { start }
    }

    /// The button that carries this.
    pub(super) fn read(data: &str, engine: &Engine) -> Result<Self, Unreadable> {
        let parts: Vec<&str> = data.split('.').collect();
        let [mark, asker, view, back] = parts[..] else { return Err(Unreadable::Strange) };
        if mark != engine.fingerprint() {
            return Err(Unreadable::Outdated);
        }
        let asker = match asker {
            "" => None,
            id => Some(UserId(u64::from_str_radix(id, 36).map_err(|_| Unreadable::Strange)?)),
        };
        let view = View::read(view, engine).ok_or(Unreadable::Strange)?;
        Ok(Self { view, back: View::read(back, engine), asker })
    }
}

impl View {
    fn code(&self) -> String {
        match self {
            Self::Place(target) => code(*target),
            Self::Choices(targets) => {
                format!("c{}", targets.iter().map(|it| code(*it)).collect::<Vec<_>>().join(","))
            }
            Self::List(under, page) => {
                format!("l{},{}", base36(*page as u64), under.map(code).unwrap_or_default())
            }
            Self::Units => "u".to_owned(),
            Self::Top(unit) => format!("t{}", base36(*unit as u64)),
            Self::Help => "h".to_owned(),
        }
    }

    fn read(text: &str, engine: &Engine) -> Option<Self> {
        let kind = text.chars().next()?;
        let rest = text.strip_prefix(kind)?;
        match kind {
            'c' => rest.split(',').map(|it| target(it, engine)).collect::<Option<_>>().map(Self::Choices),
            'l' => {
                let (page, under) = rest.split_once(',')?;
                let under = if under.is_empty() { None } else { Some(target(under, engine)?) };
                Some(Self::List(under, number(page)?))
            }
            'u' => Some(Self::Units),
            't' => number(rest).filter(|it| *it < engine.units().len()).map(Self::Top),
            'h' => Some(Self::Help),
            _ => target(text, engine).map(Self::Place),
        }
    }
}

/// What a link to a place opens.
pub(super) fn opened(target: Target) -> View {
    match target {
        Target::Part(..) | Target::Section(..) => View::List(Some(target), 0),
        Target::Figure(..) | Target::Initiative(..) => View::Place(target),
    }
}

/// A place in a few letters; in the first report, which is the usual one, without the report's number.
pub(super) fn code(target: Target) -> String {
    let (kind, report, at) = match target {
        Target::Figure(report, at) => ('f', report, at),
        Target::Initiative(report, at) => ('i', report, at),
        Target::Part(report, at) => ('p', report, at),
        Target::Section(report, at) => ('s', report, at),
    };
    let at = base36(at as u64);
    if report == 0 { format!("{kind}{at}") } else { format!("{kind}{at}-{}", base36(report as u64)) }
}

fn target(code: &str, engine: &Engine) -> Option<Target> {
    let kind = code.chars().next()?;
    let (at, report) = code.strip_prefix(kind)?.split_once('-').unwrap_or((code.strip_prefix(kind)?, "0"));
    let (report, at) = (number(report)?, number(at)?);
    let target = match kind {
        'f' => Target::Figure(report, at),
        'i' => Target::Initiative(report, at),
        'p' => Target::Part(report, at),
        's' => Target::Section(report, at),
        _ => return None,
    };
    engine.has(target).then_some(target)
}

fn number(text: &str) -> Option<usize> {
    usize::from_str_radix(text, 36).ok()
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        digits.push(u32::try_from(number % 36).ok().and_then(|it| char::from_digit(it, 36)).unwrap_or('0'));
        number /= 36;
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn engine() -> Engine {
        Engine::load(crate::report::load_builtin().unwrap()).unwrap()
    }

    #[test]
    fn what_is_written_is_read_and_fits() {
        let engine = engine();
        let choices =
            View::Choices(vec![Target::Figure(0, 66), Target::Figure(0, 50), Target::Figure(0, 40)]);
        let views = [
            View::Place(Target::Initiative(0, 34)),
            choices.clone(),
            View::List(None, 0),
            View::List(Some(Target::Section(0, 11)), 3),
            View::Units,
            View::Top(1),
            View::Help,
        ];
        for view in views {
            for asker in [None, Some(UserId(1)), Some(UserId((1 << 52) - 1))] {
                let press = Press { view: view.clone(), back: Some(choices.clone()), asker };
                let data = press.data(&engine);
                assert!(data.len() <= LONGEST, "{data}");
                assert_eq!(Press::read(&data, &engine), Ok(press), "{data}");
            }
        }
    }

    #[test]
    fn what_is_strange_or_old_is_told_apart() {
        let engine = engine();
        let mark = engine.fingerprint();
        assert_eq!(Press::read("000000..f1.", &engine), Err(Unreadable::Outdated));
        for data in ["", ".", "f1", "a.b.c.d.e", format!("{mark}..f2m8.").as_str(), &format!("{mark}.é.f1.")]
        {
            assert_eq!(Press::read(data, &engine).map(|_| ()), Err(Unreadable::Strange), "{data}");
        }
        for view in ["", "f", "fx9z", "f1-9", "x1", "tzz", "lz", "c", "cf1,", "f-", "é"] {
            let read = Press::read(&format!("{mark}..{view}."), &engine);
            assert_eq!(read.map(|_| ()), Err(Unreadable::Strange), "{view}");
        }
    }
}
