//! The words around a date.

/// What follows the number of a day.
pub(super) const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "º", "o", "e"];

/// Words that add nothing to a date.
const FILLERS: &[&str] = &[
    "of", "in", "the", "de", "del", "d", "do", "da", "den", "g", "г", "год", "года", "р", "рік",
    "року", "year", "ano", "año", "since", "from", "seit", "ab", "depuis", "desde", "dal", "sinds",
    "od", "с", "з", "до", "thang", "nam", "expected", "anticipated", "graduation", "est",
    "estimated", "ca", "circa", "approx", "about", "ad", "um", "early", "late", "mid", "beginning",
    "end", "anfang", "ende", "mitte", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun", "through", "until",
];

/// Parts of a year that are no months.
const SEASONS: &[&str] = &[
    "spring", "summer", "fall", "autumn", "winter", "q1", "q2", "q3", "q4", "semester", "term",
    "h1", "h2", "primavera", "verano", "otono", "invierno", "printemps", "ete", "automne", "hiver",
    "fruhling", "fruhjahr", "sommer", "herbst", "estate", "autunno", "inverno", "verao", "outono",
    "voorjaar", "lente", "zomer", "herfst", "ws", "ss", "wise", "sose", "var", "host", "vinter",
    "wiosna", "lato", "jesien", "zima", "весна", "лето", "осень",
];

/// Words for the present.
pub(super) const NOW: &[&str] = &[
    "", "present", "the present", "now", "current", "currently", "today", "ongoing", "on going",
    "on-going", "till date", "to date", "till now", "until now", "until present", "to present",
    "in progress", "n/a", "still here", "current job", "actual", "actualidad", "la actualidad",
    "actualmente", "hasta la fecha", "hasta hoy", "a la fecha", "presente", "el presente",
    "en curso", "hoy", "present day", "présent", "à présent", "aujourd'hui", "aujourd’hui",
    "actuel", "actuellement", "en cours", "à ce jour", "maintenant", "heute", "aktuell", "derzeit",
    "bis heute", "jetzt", "laufend", "gegenwärtig", "gegenwart", "bis jetzt", "andauernd",
    "fortlaufend", "attuale", "attualmente", "oggi", "in corso", "ad oggi", "atual", "atualmente",
    "até o momento", "até hoje", "hoje", "em andamento", "momento atual", "heden", "nu",
    "tot heden", "huidig", "nuvarande", "pågående", "idag", "nåværende", "nå", "i dag", "nutid",
    "nykyinen", "nyt", "nykyhetki", "obecnie", "do teraz", "teraz", "do chwili obecnej", "nadal",
    "dosud", "nyní", "současnost", "súčasnosť", "doteraz", "jelenleg", "jelen", "napjainkig",
    "prezent", "в настоящее время", "настоящее время", "по настоящее время", "н.в", "сейчас",
    "по сей день", "теперішній час", "зараз", "дотепер", "günümüz", "devam ediyor", "halen",
    "至今", "现在", "目前", "現在", "現職", "현재", "재직중", "재직 중", "الآن", "حتى الآن", "الحاضر",
    "היום", "כיום",
];

/// Whether a folded word adds nothing to a date.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.iter().any(|filler| perfil_text::fold(filler) == word)
}

/// Whether a folded word is a part of a year.
pub(super) fn is_season(word: &str) -> bool {
    SEASONS.iter().any(|season| perfil_text::fold(season) == word)
}
