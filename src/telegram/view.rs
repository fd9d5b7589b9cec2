//! What a message of the bot can show, and how that is written into a button: 64 bytes, no words.
//! Positions only, and the mark of the data that they belong to; nothing is drawn here.

mod code;

pub(super) use code::code;

use crate::answer::Target;
use crate::engine::Engine;
use code::{number, push_base36, push_code, target};
use teloxide_core::types::UserId;

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
        let mut data = String::with_capacity(LONGEST);
        data.push_str(engine.fingerprint());
        data.push('.');
        if let Some(asker) = self.asker {
            push_base36(&mut data, asker.0);
        }
        data.push('.');
        self.view.write(&mut data);
        data.push('.');
        let start = data.len();
        if let Some(back) = &self.back {
            back.write(&mut data);
        }
        if data.len() > LONGEST {
            data.truncate(start);
        }
        data
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
    fn write(&self, data: &mut String) {
        match self {
            Self::Place(target) => push_code(data, *target),
            Self::Choices(targets) => {
                data.push('c');
                for (at, target) in targets.iter().enumerate() {
                    data.push_str(if at == 0 { "" } else { "," });
                    push_code(data, *target);
                }
            }
            Self::List(under, page) => {
                data.push('l');
                push_base36(data, *page as u64);
                data.push(',');
                under.iter().for_each(|it| push_code(data, *it));
            }
            Self::Units => data.push('u'),
            Self::Top(unit) => {
                data.push('t');
                push_base36(data, *unit as u64);
            }
            Self::Help => data.push('h'),
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
        Target::Part(..) | Target::Section(..) | Target::Report(_) => View::List(Some(target), 0),
        Target::Figure(..) | Target::Initiative(..) => View::Place(target),
    }
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
