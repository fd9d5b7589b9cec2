//! The words of a question with all that they may mean: the form in which the rest of the matcher handles them.
//! Judges nothing.

use super::cue::{Cue, CueSet};
use super::lexicon::Lexicon;
use super::negation;
use super::path::Terms;
use super::reading::{Letters, Tier, Token, What};
use super::role::Role;
use super::vocabulary::Vocabulary;
use crate::text::numerals::Number;

/// A word of a question with its possible meanings.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// The characters, as folded.
    pub text: Letters,
    /// The known words that it may be.
    pub terms: Terms,
    /// How it is known.
    pub tier: Option<Tier>,
    /// The intentions that it may express.
    pub cues: CueSet,
    /// The measures whose unit it may be.
    pub units: Vec<usize>,
    /// The measures for whose unit people may say it.
    pub said: Vec<usize>,
    /// The measures that it asks for as a noun.
    pub nouns: Vec<usize>,
    /// The scopes that it may name.
    pub scopes: Vec<usize>,
    /// The groups of synonyms that it belongs to.
    pub groups: Vec<usize>,
    /// The reports whose body or place it names.
    pub homes: Vec<usize>,
    /// True where it may carry what is asked about.
    pub is_content: bool,
    /// True where it is a name, label or alias of a report.
    pub is_name: bool,
    /// True where it is the name of a programme.
    pub is_programme: bool,
    /// True where the whole message is to be refused.
    pub is_refused: bool,
    /// True where it is a mere piece of a report's text.
    pub is_gram: bool,
    /// True where it says little.
    pub is_light: bool,
    /// True where it changes what is counted.
    pub is_aspect: bool,
    /// True where it leads out of any report.
    pub is_elsewhere: bool,
    /// True where it names another place or body.
    pub is_place: bool,
    /// True where it names a place inside a report's place.
    pub is_within: bool,
    /// True where it may stand inside a verb: 了 过.
    pub is_infix: bool,
    /// True where it is excluded from what is asked.
    pub is_excluded: bool,
    /// True where nothing explains it.
    pub is_unknown: bool,
    /// The number that it is.
    pub number: Option<Number>,
    /// The mark that it is.
    pub mark: Option<char>,
}

impl Piece {
    /// True where the piece may express this intention.
    #[must_use]
    pub(super) fn is(&self, cue: Cue) -> bool {
        self.cues.contains(cue)
    }

    /// True where it may be a measure word.
    #[must_use]
    pub(super) fn is_unit(&self) -> bool {
        !self.units.is_empty() || !self.said.is_empty()
    }

    /// True for 的: what stands before describes what stands behind.
    #[must_use]
    pub(super) fn links(&self) -> bool {
        self.text.as_slice() == ['的']
    }

    /// True where it is a unit as reports print it, and no noun for a count.
    #[must_use]
    pub(super) fn is_bare_unit(&self) -> bool {
        !self.units.is_empty() && self.nouns.is_empty()
    }

    /// True where it parts clauses.
    #[must_use]
    pub(super) fn is_break(&self) -> bool {
        self.mark.is_some()
    }
}

/// The pieces of a question that has been read.
#[must_use]
pub(super) fn pieces(tokens: Vec<Token>, words: &Vocabulary, lexicon: &Lexicon) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = tokens.into_iter().map(|token| piece(token, words, lexicon)).collect();
    negation::mark(&mut pieces);
    pieces
}

fn piece(token: Token, words: &Vocabulary, lexicon: &Lexicon) -> Piece {
    let mut piece = Piece { text: token.text, tier: Some(token.tier), ..Piece::default() };
    match token.what {
        What::Word(terms) => {
            for term in &terms {
                words.roles(*term).iter().for_each(|role| add_role(&mut piece, *role, lexicon));
            }
            piece.terms = terms;
            settle(&mut piece);
        }
        What::Number(number) => piece.number = Some(number),
        What::Unknown => piece.is_unknown = true,
        What::Break(mark) => piece.mark = Some(mark),
    }
    piece
}

fn add_role(piece: &mut Piece, role: Role, lexicon: &Lexicon) {
    match role {
        Role::Stop => {}
        Role::Infix => piece.is_infix = true,
        Role::Cue(cue) => {
            piece.cues.insert(cue);
            piece.is_elsewhere |= cue == Cue::OtherYear;
        }
        Role::Unit(at) => piece.units.push(at),
        Role::Said(at) => piece.said.push(at),
        Role::MeasureNoun(at) => piece.nouns.push(at),
        Role::Group(at) => {
            piece.groups.push(at);
            piece.is_light |= lexicon.synonyms[at].light;
            piece.is_aspect |= lexicon.synonyms[at].aspect;
        }
        Role::Scope(at) => piece.scopes.push(at),
        Role::Elsewhere => {
            piece.is_elsewhere = true;
            piece.is_place = true;
        }
        Role::Subject => piece.is_elsewhere = true,
        Role::Programme => piece.is_programme = true,
        Role::Refused => piece.is_refused = true,
        Role::Within => piece.is_within = true,
        Role::Home(at) => piece.homes.push(at),
        Role::Name => piece.is_name = true,
        Role::Gram => piece.is_gram = true,
    }
}

/// What a word with several roles is in the end: a name or a synonym is content, whatever else it may be.
fn settle(piece: &mut Piece) {
    piece.is_gram &= !piece.is_name && piece.groups.is_empty() && piece.scopes.is_empty();
    piece.is_elsewhere &= piece.homes.is_empty();
    let other = !piece.cues.is_empty() || piece.is_unit() || !piece.homes.is_empty();
    let own = piece.is_name || !piece.groups.is_empty() || !piece.scopes.is_empty();
    piece.is_content = own || (piece.is_gram && !other);
    piece.is_light |= !piece.homes.is_empty();
}
