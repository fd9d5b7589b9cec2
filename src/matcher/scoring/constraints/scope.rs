//! What rules a figure out by its own bounds: scope, what was excluded, what stands and what was added.
//! Names and aspects are [`crate::matcher::scoring::constraints`]'s.

use crate::matcher::index::Doc;
use crate::matcher::lexicon::cue::Cue;
use crate::matcher::lexicon::lists::ScopeWords;
use crate::matcher::query::question::{Question, WIDE};
use crate::matcher::query::tokens::Token;
use crate::matcher::scoring::constraints::Veto;
use crate::matcher::scoring::context::Context;
use crate::matcher::scoring::weights::{CHANGE, CHANNEL, FAINT, LABELLED, LEVEL, SHARED};
use crate::report::Nature;

impl Context<'_> {
    /// Why this figure cannot be meant, by its scope, its unit and what was excluded; nothing where it may be.
    pub(crate) fn figure_veto(
        &self,
        at: usize,
        report: usize,
        figure: usize,
        question: &Question,
    ) -> Option<Veto> {
        let figure = &self.reports[report].figures[figure];
        let scopes = &self.lexicon.scopes;
        let own_scopes = &self.index.scopes[at];
        let has = |scope: usize| own_scopes.contains(&scope);
        let rival =
            |scope: usize| !has(scope) && own_scopes.iter().any(|own| apart(&scopes[*own], &scopes[scope]));
        let any_asked = question.scopes.iter().any(|it| has(*it));
        if !any_asked && question.scopes.iter().any(|it| rival(*it))
            || question.not_scopes.iter().any(|it| has(*it) && !question.scopes.contains(it))
        {
            return Some(Veto::Scope);
        }
        if question.scopes.iter().any(|it| self.is_another_level(*it, at, report)) {
            return Some(Veto::Scope);
        }
        if self.is_named_by_scope_alone(at, question) {
            return Some(Veto::Name);
        }
        let own = self.index.measures[at];
        let silent = question.measures.is_empty() && question.colloquial.is_empty();
        let is_excluded =
            |own: usize| self.lexicon.measures[own].id != WIDE && question.not_measures.contains(&own);
        if silent && own.is_some_and(is_excluded) {
            return Some(Veto::Measure);
        }
        if question.excluded.iter().any(|phrase| self.is_excluded(phrase, at, question)) {
            return Some(Veto::Scope);
        }
        let changed = figure.nature == Nature::Flow && question.is(Cue::Standing) && question.how_many;
        if changed && !any_asked && own_scopes.iter().any(|it| scopes[*it].dimension == CHANGE) {
            return Some(Veto::Standing);
        }
        // 团员总数 says no more than what is counted; 培训总人数 says what was done.
        let is_head = |it: usize| self.tokens[it].text.len() <= 2 && self.ends(at, &self.tokens[it]);
        let verb = question.content.iter().any(|it| {
            !self.tokens[*it].is_light
                && self.evidence[*it].at(at) >= LABELLED
                && question.counted != Some(*it)
                && !(question.before == Some(*it) && is_head(*it))
        });
        (changed && !verb).then_some(Veto::Standing)
    }

    /// 省级 of a figure that says no level: a report counts what its own place did, unless the initiative speaks of that level.
    fn is_another_level(&self, asked: usize, at: usize, report: usize) -> bool {
        let scopes = &self.lexicon.scopes;
        if scopes[asked].dimension == CHANNEL {
            let own = self.index.scopes[at].iter().any(|it| scopes[*it].dimension == CHANNEL);
            let says = |it: &Token| scopes[asked].scope.chars().eq(it.text.iter().copied());
            if !self.tokens.iter().any(says) {
                return false;
            }
            let known = scopes[asked].words.iter().any(|word| {
                self.index.mentions(self.index.initiative_of[at], &word.chars().collect::<Vec<char>>())
            });
            return !own && !known;
        }
        // 省里 is where people were sent as well; 省级, which ends as the scope itself does, says whose it is.
        let ending = scopes[asked].scope.chars().last();
        let says = |it: &Token| it.scopes.contains(&asked) && it.text.last().copied() == ending;
        if scopes[asked].dimension != LEVEL
            || !self.tokens.iter().any(says)
            || self.index.scopes[at].iter().any(|it| scopes[*it].dimension == LEVEL)
        {
            return false;
        }
        let place = &self.reports[report].place;
        let level = scopes[asked].scope.chars().next();
        let is_own = std::iter::once(&place.name).chain(&place.aliases).any(|it| it.chars().last() == level);
        let scope: Vec<char> = scopes[asked].scope.chars().collect();
        !is_own && !self.index.mentions(self.index.initiative_of[at], &scope)
    }

    /// 市级合伙人: of a figure that only 市级 speaks for, another one that is named is no other name.
    fn is_named_by_scope_alone(&self, at: usize, question: &Question) -> bool {
        let says = |it: &&usize| {
            let token = &self.tokens[**it];
            token.is_content && !token.is_light && token.scopes.is_empty() && self.evidence[**it].spread > 0
        };
        let mut named = question.content.iter().filter(says).peekable();
        !question.scopes.is_empty()
            && named.peek().is_some()
            && named.all(|it| self.evidence[*it].at(at) < FAINT)
    }

    /// True where an excluded phrase describes the figure, and is not what is asked for nor what all neighbours share.
    fn is_excluded(&self, phrase: &[usize], at: usize, question: &Question) -> bool {
        let again =
            |it: &usize| question.content.iter().any(|c| self.tokens[*c].text == self.tokens[*it].text);
        let left: Vec<usize> = phrase.iter().copied().filter(|it| !again(it)).collect();
        let describes = left.iter().all(|it| self.evidence[*it].at(at) >= LABELLED);
        let counts = |it: &usize| {
            !self.tokens[*it].is_light
                && self.evidence[*it].at(at) >= LABELLED
                && self.ends(at, &self.tokens[*it])
        };
        // What the question counts is meant, whatever else is said of it: 结对的社区几个,不问队伍.
        let bare = left.iter().all(|it| self.tokens[*it].scopes.is_empty());
        let is_counted = bare && question.content.iter().any(counts);
        !left.is_empty() && !is_counted && describes && !left.iter().all(|it| self.shared(*it, at))
    }

    /// True where scopes are asked for that exclude each other: several things are question.
    #[must_use]
    pub(crate) fn are_apart(&self, scopes: &[usize]) -> bool {
        let of = |at: &usize| &self.lexicon.scopes[*at];
        scopes.iter().any(|a| scopes.iter().any(|b| apart(of(a), of(b))))
    }

    /// True where an excluded word fits all figures of an initiative alike, and so excludes none of them.
    fn shared(&self, token: usize, at: usize) -> bool {
        let initiative = self.index.initiative_of[at];
        let mut siblings = self.index.ranges[initiative]
            .clone()
            .filter(|it| matches!(self.index.docs[*it], Doc::Figure(..)));
        siblings.all(|it| self.evidence[token].at(it) >= SHARED)
    }
}

/// Two scopes exclude each other: of one dimension, and no word may be short for either (新 for 新增 and 新建).
fn apart(a: &ScopeWords, b: &ScopeWords) -> bool {
    let is_either = |word: &&String| {
        b.words.contains(word) && a.scope.starts_with(word.as_str()) && b.scope.starts_with(word.as_str())
    };
    a.dimension == b.dimension && a.scope != b.scope && !a.words.iter().any(|word| is_either(&word))
}

#[cfg(test)]
mod tests {
    use crate::matcher::index::Doc;
    use crate::matcher::scoring::context::Context;
    use crate::matcher::testing::{check, check_pairs, look};

    fn veto(context: &Context<'_>, at: usize) -> String {
        let Doc::Figure(report, figure) = context.index.docs[at] else { panic!("the rows name figures") };
        let veto = context.figure_veto(at, report, figure, &context.question());
        veto.map_or_else(|| "may be meant".to_owned(), |it| format!("{it:?}"))
    }

    #[test]
    fn a_scope_rules_out_its_rivals_alone() {
        let rows: &[(&str, &str, &str)] = &[
            ("省级领头雁多少名", "lingtouyan-city", "Scope"),
            ("省级领头雁多少名", "lingtouyan-province", "may be meant"),
            ("省级和市级领头雁各多少名", "lingtouyan-city", "may be meant"),
            ("领头雁多少名", "lingtouyan-city", "may be meant"),
            // Excluded
            ("除了省级还有多少名领头雁", "lingtouyan-province", "Scope"),
            ("除了省级还有多少名领头雁", "lingtouyan-city", "may be meant"),
            // A figure that says no level is of one's own: 省级 says whose it is, 省里 where people were sent
            ("省级青年突击队有几支", "shock-teams", "Scope"),
            ("市级青年突击队有几支", "shock-teams", "may be meant"),
            ("省里的青年突击队有几支", "shock-teams", "may be meant"),
            // 新 is short for 新增 and for 新建
            ("新的团组织几个", "private-orgs", "may be meant"),
            ("西部计划新招了多少人", "west-total", "Scope"),
            // A scope by itself names no figure beside another name
            ("市级合伙人几名", "lingtouyan-city", "Name"),
            ("市级几名", "lingtouyan-city", "may be meant"),
        ];
        check_pairs(rows, veto);
    }

    #[test]
    fn what_is_waved_aside_is_not_meant() {
        let rows: &[(&str, &str, &str)] = &[
            // By its measure, where no other is asked for
            ("青马的数，期数不问", "qingma-classes", "Measure"),
            ("青马的数，期数不问", "qingma-people", "may be meant"),
            // By its name
            ("西部计划的数，靓在乡村不算", "west-events", "Scope"),
            ("西部计划的数，靓在乡村不算", "west-new", "may be meant"),
            // What the question counts is meant, whatever else is waved aside
            ("结对的社区几个，不问队伍", "paired-communities", "may be meant"),
            ("结对的社区几个，不问队伍", "volunteer-teams", "Scope"),
            // What all neighbours share excludes none of them
            ("乐青学几期，不是青马", "leqingxue-issues", "may be meant"),
        ];
        check_pairs(rows, veto);
    }

    #[test]
    fn what_stands_is_not_what_was_added() {
        let rows: &[(&str, &str, &str)] = &[
            ("团员总数是多少", "new-members", "Standing"),
            ("现有团员多少名", "new-members", "Standing"),
            ("目前共有几个西部计划项目办", "west-offices", "Standing"),
            // A verb says what was done
            ("发展团员总数是多少", "new-members", "may be meant"),
            // A stock stands
            ("目前共有几个青年之家", "youth-homes", "may be meant"),
            ("现有西部计划志愿者多少人", "west-total", "may be meant"),
            // Nothing asks what stands
            ("团员多少名", "new-members", "may be meant"),
            // What was added is asked for by name
            ("目前共有几个新增的西部计划项目办", "west-offices", "may be meant"),
        ];
        check_pairs(rows, veto);
    }

    #[test]
    fn scopes_of_one_dimension_are_several_things() {
        let rows: &[(&str, &str)] = &[
            ("省级市级", "apart"),
            ("银奖铜奖", "apart"),
            ("线上线下", "apart"),
            // Of two dimensions
            ("省级线下", "together"),
            ("省级银奖", "together"),
            // One of them alone
            ("省级", "together"),
            // Short for either
            ("新", "together"),
        ];
        let of = |text: &str| {
            let is_apart = look(text, |context| context.are_apart(&context.question().scopes));
            if is_apart { "apart".to_owned() } else { "together".to_owned() }
        };
        check(rows, of);
    }
}
