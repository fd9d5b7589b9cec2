//! Metrics in the text format of Prometheus (0.0.4), made of their form in `OpenMetrics`.
//! Counts nothing: names and values are those of [`super::Metrics`].

/// The same metrics in the older form. There a counter's family is named as its samples are, with `_total`; `info` is a gauge;
/// units and the mark of the end are unknown.
pub(super) fn text(open_metrics: &str) -> String {
    let mut text = String::with_capacity(open_metrics.len());
    // The help of a family comes before its type, which decides the name.
    let mut help = None;
    for line in open_metrics.lines() {
        if let Some(told) = line.strip_prefix("# HELP ") {
            help = told.split_once(' ').map(|it| it.1);
        } else if let Some((name, kind)) = line.strip_prefix("# TYPE ").and_then(|it| it.split_once(' ')) {
            family(&mut text, name, kind, help.take());
        } else if !line.starts_with('#') {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn family(text: &mut String, name: &str, kind: &str, help: Option<&str>) {
    let (ending, kind) = match kind {
        "counter" => ("_total", kind),
        "info" => ("_info", "gauge"),
        "stateset" => ("", "gauge"),
        "unknown" => ("", "untyped"),
        _ => ("", kind),
    };
    if let Some(help) = help {
        text.push_str(&format!("# HELP {name}{ending} {help}\n"));
    }
    text.push_str(&format!("# TYPE {name}{ending} {kind}\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::Metrics;

    #[test]
    fn each_kind_of_family_in_its_older_form() {
        let open = "# HELP a_build The version.\n# TYPE a_build info\na_build_info{version=\"1\"} 1\n\
            # HELP b Questions.\n# TYPE b counter\nb_total{kind=\"x\"} 2\n\
            # HELP c_seconds Time.\n# TYPE c_seconds histogram\n# UNIT c_seconds seconds\nc_seconds_sum 0.0\n\
            # TYPE d gauge\nd -1\n# EOF\n";
        let expected = "# HELP a_build_info The version.\n# TYPE a_build_info gauge\na_build_info{version=\"1\"} 1\n\
            # HELP b_total Questions.\n# TYPE b_total counter\nb_total{kind=\"x\"} 2\n\
            # HELP c_seconds Time.\n# TYPE c_seconds histogram\nc_seconds_sum 0.0\n\
            # TYPE d gauge\nd -1\n";
        assert_eq!(text(open), expected);
    }

    #[test]
    fn every_sample_of_the_bot_stands_under_a_family_of_its_name() {
        let page = text(&Metrics::default().page());
        let mut family = "";
        for line in page.lines() {
            if let Some(told) = line.strip_prefix("# TYPE ") {
                family = told.split(' ').next().unwrap_or_default();
            } else if !line.starts_with('#') {
                let name = line.split([' ', '{']).next().unwrap_or_default();
                let ending = name.strip_prefix(family).unwrap_or_else(|| panic!("{line} under {family}"));
                assert!(["", "_sum", "_count", "_bucket"].contains(&ending), "{line} under {family}");
            }
        }
        assert!(page.contains("# TYPE league_bot_questions_total counter\n") && !page.contains("# EOF"));
    }
}
