//! The words of a question with all that they may mean: the form in which the rest of the matcher handles them.
//! Judges nothing.

use crate::matcher::lexicon::cue::{Cue, CueSet};
use crate::matcher::lexicon::read::Lists;
use crate::matcher::lexicon::role::Contrary;
use crate::matcher::lexicon::role::Role;
use crate::matcher::query::{aside, exclusion, guess, narrowing, person, place, polarity, predicate, rough};
use crate::matcher::recognize::SlotKind;
use crate::matcher::tokenize::viterbi::Terms;
use crate::matcher::tokenize::{Letters, Segment, SegmentKind, Tier};
use crate::matcher::vocabulary::Vocabulary;
use crate::text::numerals::Number;
use std::ops::Range;

/// A word of a question with its possible meanings.
#[derive(Debug, Clone, Default)]
pub(crate) struct Token {
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
    pub colloquial: Vec<usize>,
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
    /// True where it is a mere n-gram of a report's text.
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
    /// True where it makes what stands before it describe what stands behind: 的.
    pub is_attributive: bool,
    /// True where it is excluded from what is question.
    pub is_excluded: bool,
    /// True where nothing explains it.
    pub is_unknown: bool,
    /// The number that it is.
    pub number: Option<Number>,
    /// The mark that it is.
    pub mark: Option<char>,
    /// The slot of the frame that it fills, if it was recognised as one.
    pub slot: Option<SlotKind>,
    /// True where it may negate what follows.
    pub is_negator: bool,
    /// True where behind a negator it speaks of the person who asks.
    pub is_speaker: bool,
    /// How it turns round what was done, if it does.
    pub contrary: Option<Contrary>,
    /// True where it narrows what is counted to what follows.
    pub is_narrowing: bool,
    /// True where it names a body above or below one's own.
    pub is_kindred: bool,
    /// True where it may end the name of a body or place that nothing knows.
    pub is_ending: bool,
    /// True where it may be what people call a part of their own place by.
    pub is_circle: bool,
    /// True where it speaks of what was not done, of what was undone or only meant: the frame's polarity.
    pub is_contrary: bool,
    /// True where it says what was done and nothing explains it.
    pub is_unread_verb: bool,
    /// True where it names what people are or have that reports rarely count: 辅导员, 满意度.
    pub is_attribute: bool,
    /// True where it asks for what reports do not tell: a reason, a person, an address.
    pub is_unreported: bool,
    /// True where it speaks of the asker, not of what is asked.
    pub is_aside: bool,
    /// True where it asks for a part alone: 光是*暑假*.
    pub is_narrowed: bool,
    /// True where it is a share of something else: *台湾*的占几个.
    pub is_share: bool,
    /// Where it stands in the question as typed, counted in characters.
    pub typed: Range<usize>,
}

impl Token {
    /// True where the token may express this intention.
    #[must_use]
    pub(crate) fn is(&self, cue: Cue) -> bool {
        self.cues.contains(cue)
    }

    /// True where it is typed as one of these words.
    #[must_use]
    pub(crate) fn is_one_of(&self, words: &[String]) -> bool {
        words.iter().any(|word| word.chars().eq(self.text.iter().copied()))
    }

    /// True where one of these stands in it.
    #[must_use]
    pub(crate) fn contains_one_of(&self, words: &[String]) -> bool {
        let typed: String = self.text.iter().collect();
        words.iter().any(|it| typed.contains(it.as_str()))
    }

    /// True where it ends with one of these.
    #[must_use]
    pub(crate) fn ends_with_one_of(&self, endings: &[String]) -> bool {
        let ends = |ending: &String| {
            let start = self.text.len().checked_sub(ending.chars().count());
            start.is_some_and(|start| ending.chars().eq(self.text[start..].iter().copied()))
        };
        endings.iter().any(ends)
    }

    /// True where it begins with one of these.
    #[must_use]
    pub(crate) fn starts_with_one_of(&self, beginnings: &[String]) -> bool {
        let starts =
            |it: &String| it.chars().zip(&self.text).filter(|(a, b)| a == *b).count() == it.chars().count();
        beginnings.iter().any(starts)
    }

    /// True where it may be a measure word.
    #[must_use]
    pub(crate) fn is_unit(&self) -> bool {
        !self.units.is_empty() || !self.colloquial.is_empty()
    }

    /// True for 的: what stands before describes what stands behind.
    #[must_use]
    pub(crate) fn links(&self) -> bool {
        self.is_attributive
    }

    /// True where it is a unit as reports print it, and no noun for a count.
    #[must_use]
    pub(crate) fn is_bare_unit(&self) -> bool {
        !self.units.is_empty() && self.nouns.is_empty()
    }

    /// True where it may rule out what is not about it: a time, a place, a part, what was not done.
    #[must_use]
    pub(crate) fn constrains(&self) -> bool {
        let fills = self.slot.is_some()
            || self.is_contrary
            || self.is_narrowed
            || self.is_kindred
            || self.is_unread_verb
            || self.is_unreported
            || self.is_attribute;
        !self.is_aside && (fills || self.is_elsewhere || self.is_within)
    }

    /// What 第几届 and 第几次 ask the place of: the character behind the numeral.
    #[must_use]
    pub(crate) fn place_asked(&self, lexicon: &Lists) -> Option<char> {
        let [mark, _, counted] = self.text[..] else { return None };
        let is_ordinal = lexicon.ranks.ordinal.iter().any(|it| it.chars().eq([mark]));
        (self.is(Cue::Which) && is_ordinal).then_some(counted)
    }

    /// True where it parts clauses.
    #[must_use]
    pub(crate) fn is_break(&self) -> bool {
        self.mark.is_some()
    }
}

/// The clause that a word stands in.
pub(crate) fn clause(tokens: &[Token], at: usize) -> Range<usize> {
    let start = tokens[..at].iter().rposition(Token::is_break).map_or(0, |it| it + 1);
    let end = (at..tokens.len()).find(|it| tokens[*it].is_break()).unwrap_or(tokens.len());
    start..end
}

/// The clauses between marks.
pub(crate) fn clauses(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for end in (0..=tokens.len()).filter(|at| tokens.get(*at).is_none_or(Token::is_break)) {
        if start < end {
            clauses.push(start..end);
        }
        start = end + 1;
    }
    clauses
}

/// The tokens of a question that has been read.
#[must_use]
pub(crate) fn tokens(segments: Vec<Segment>, words: &Vocabulary, lexicon: &Lists) -> Vec<Token> {
    let mut tokens: Vec<Token> = segments.into_iter().map(|it| token(it, words, lexicon)).collect();
    count_parts(&mut tokens);
    guess::mark(&mut tokens, &lexicon.polarity);
    rough::mark(&mut tokens);
    exclusion::mark(&mut tokens);
    place::mark(&mut tokens, lexicon);
    aside::mark(&mut tokens, lexicon);
    polarity::mark(&mut tokens, lexicon);
    predicate::mark(&mut tokens, lexicon);
    narrowing::mark(&mut tokens, lexicon);
    person::mark(&mut tokens, lexicon);
    tokens
}

/// 几节普法车厢: parts of the report are asked for only where no noun says what is counted.
fn count_parts(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let counts = tokens[at].is_content && !tokens[at].is_light && tokens[at].cues.is_empty();
        let part = &mut tokens[at - 1];
        if counts && part.is(Cue::Section) && part.is(Cue::Which) {
            part.cues = CueSet::default();
            part.cues.insert(Cue::HowMany);
        }
    }
}

fn token(segment: Segment, words: &Vocabulary, lexicon: &Lists) -> Token {
    let mut token =
        Token { text: segment.text, tier: Some(segment.tier), typed: segment.typed, ..Token::default() };
    match segment.what {
        SegmentKind::Word(terms) => {
            for term in &terms {
                words.roles(*term).iter().for_each(|role| add_role(&mut token, *role, lexicon));
            }
            token.terms = terms;
            settle(&mut token);
        }
        SegmentKind::Slot(slot, term) => {
            if let Some(term) = term {
                words.roles(term).iter().for_each(|role| add_role(&mut token, *role, lexicon));
                token.terms.push(term);
            }
            token.slot = Some(slot);
            if slot == SlotKind::Place && !token.is_within {
                token.is_elsewhere = true;
                token.is_place = true;
            }
            settle(&mut token);
        }
        SegmentKind::Number(number) => token.number = Some(number),
        SegmentKind::Unknown => token.is_unknown = true,
        SegmentKind::Break(mark) => token.mark = Some(mark),
    }
    token.is_attributive = token.is_one_of(&lexicon.grammar.attributives);
    token
}

fn add_role(token: &mut Token, role: Role, lexicon: &Lists) {
    match role {
        Role::Stop | Role::Fixed => {}
        Role::Infix => token.is_infix = true,
        Role::Cue(cue) => {
            token.cues.insert(cue);
        }
        Role::Unit(at) => token.units.push(at),
        Role::Colloquial(at) => token.colloquial.push(at),
        Role::MeasureNoun(at) => token.nouns.push(at),
        Role::Group(at) | Role::Unreported(at) => {
            token.groups.push(at);
            token.is_light |= lexicon.synonyms[at].light;
            token.is_aspect |= lexicon.synonyms[at].aspect;
            token.is_unreported |= lexicon.synonyms[at].unreported;
            token.is_attribute |= lexicon.synonyms[at].slot.is_some() && lexicon.synonyms[at].aspect;
        }
        Role::Scope(at) => token.scopes.push(at),
        Role::Elsewhere => {
            token.is_elsewhere = true;
            token.is_place = true;
        }
        Role::Subject => token.is_elsewhere = true,
        Role::Programme => token.is_programme = true,
        Role::Refused => token.is_refused = true,
        Role::Within => token.is_within = true,
        Role::Home(at) => token.homes.push(at),
        Role::Name => token.is_name = true,
        Role::Gram => token.is_gram = true,
        Role::Negator => token.is_negator = true,
        Role::LooksAlike => {}
        Role::Speaker => token.is_speaker = true,
        Role::Contrary(how) => token.contrary = Some(how),
        Role::Only => token.is_narrowing = true,
        Role::Kindred => token.is_kindred = true,
        Role::Ending => token.is_ending = true,
        Role::Circle => token.is_circle = true,
        // What a time is, the recogniser has said.
        Role::Time(_) => {}
    }
}

/// What a word with several roles is in the end: a name or a synonym is content, whatever else it may be.
fn settle(token: &mut Token) {
    token.is_gram &= !token.is_name && token.groups.is_empty() && token.scopes.is_empty();
    token.is_elsewhere &= token.homes.is_empty();
    let other = !token.cues.is_empty() || token.is_unit() || !token.homes.is_empty();
    let own = token.is_name || !token.groups.is_empty() || !token.scopes.is_empty();
    token.is_content = own || (token.is_gram && !other);
    token.is_light |= !token.homes.is_empty();
}
