//! Forms, and entries in which labels, rows or lists say which part is what.

use super::{EMAIL, NAME, check_text};

#[test]
fn rows_of_forms_become_periods() {
    let form = "# 履歴書\n\n氏名：山田 花子\n\n## 職歴\n\n| 年 | 月 | 職歴 |\n| --- | --- | --- |\n\
        | 2014 | 4 | ケストレル株式会社 入社 |\n| 2020 | 12 | 一身上の都合により退社 |\n\
        | 令和3 | 1 | 合同会社コメタ 入社 |\n| | | 現在に至る |\n";
    let json = check_text(
        "cv.md",
        form,
        &[
            ("name", "山田 花子"),
            ("sections/0/items/0/name", "ケストレル株式会社"),
            ("sections/0/items/0/startDate", "2014-04"),
            ("sections/0/items/0/endDate", "2020-12"),
            ("sections/0/items/1/name", "合同会社コメタ"),
            ("sections/0/items/1/startDate", "2021-01"),
            ("sections/0/items/1/endDate", ""),
        ],
    );
    assert!(json.contains("一身上の都合により退社") && json.contains("現在に至る"), "{json}");
}

#[test]
fn names_stand_beside_the_labels_of_forms() {
    let above =
        "Kestrel Confidential\n\n職務経歴書\n\n氏名　山田　花子\n\n■職務要約\n\n灯台の技師です。\n";
    check_text("cv.txt", above, &[("name", "山田 花子")]);
    let title = "Resume of\n\n# Mira Solano\n\nmira@example.org\n\n## Experience\n\n- Kestrel, 2019 – 2021\n";
    check_text("cv.md", title, &[NAME, EMAIL]);
}

#[test]
fn positions_below_each_other_are_in_one_organisation() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n- Kestrel Labs, Porto  \n  \
        Senior Pilot, May 2021 – Sept 2023.  \n  Pilot, May 2019 – April 2021.  \n  \
        Assistant, May 2018 – April 2019.\n\n  - Steered the ships of the coast.\n\
        - Cometa, Vigo  \n  Pilot, May 2015 – April 2018\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/roles/0/startDate", "2021-05"),
            ("sections/0/items/0/roles/1/startDate", "2019-05"),
            ("sections/0/items/0/roles/2/endDate", "2019-04"),
            ("sections/0/items/1/startDate", "2015-05"),
        ],
    );
}

#[test]
fn items_are_entries_whose_labels_say_when() {
    let text = "# Mira Solano\n\n## Experiencia laboral\n\n- Soporte técnico:\n  - Institución: Cometa, Vigo\n  \
        - Labor realizada: Cuidó de los barcos\n  - Período: 2019 – 2021\n- Auxiliar:\n  \
        - Institución: Kestrel, Vigo\n  - Período: 2016 – 2018\n";
    let json = check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/startDate", "2019"),
            ("sections/0/items/0/endDate", "2021"),
            ("sections/0/items/1/startDate", "2016"),
        ],
    );
    assert!(json.contains("Labor realizada") && json.contains("Soporte técnico"), "{json}");
}

#[test]
fn long_items_begin_with_a_head() {
    let tail = "condujo los barcos de la costa y escribió el manual de a bordo para todas las tripulaciones \
        del puerto nuevo y del viejo, con ayuda de la escuela";
    let text = format!(
        "# Mira Solano\n\n## Experiencia\n\n- 2014/03 - 2016/05 - Kestrel - Piloto: {tail}.\n\
        - 2011/02 - 2013/11 - Cometa - Auxiliar: {tail}.\n"
    );
    let json = check_text(
        "cv.md",
        &text,
        &[("sections/0/items/0/startDate", "2014-03"), ("sections/0/items/1/endDate", "2013-11")],
    );
    assert_eq!(json.matches("manual de a bordo").count(), 2, "{json}");
}

#[test]
fn a_study_above_the_first_heading_is_no_job() {
    let text = "# Mira Solano\n\nM.AS., Navigation, University of Porto 2018 - 2020\n\n\
        Pilot, Kestrel, Vigo 2020 - 2022\n\nmira@example.org\n\n## Languages\n\n- Galician\n";
    check_text(
        "cv.md",
        text,
        &[
            NAME,
            EMAIL,
            ("sections/0/list", "work"),
            ("sections/0/items/0/startDate", "2020"),
            ("sections/1/list", "education"),
            ("sections/1/items/0/startDate", "2018"),
        ],
    );
}

#[test]
fn columns_say_what_their_cells_are() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Work (companies, associations, volunteering, other)\n\n\
        | No. | Company / institution (last one first) | Position | Chief | Start (mm/yyyy) | End (mm/yyyy) |\n\
        | --- | --- | --- | --- | --- | --- |\n\
        | 1 | Cometa | Pilot | Ada Faro | 09/2021 | present |\n\
        | 2 | Developer Boats | Keeper | Ida Boya | 09/2019 | 10/2020 |\n";
    check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Cometa"),
            ("sections/0/items/0/position", "Pilot"),
            ("sections/0/items/0/startDate", "2021-09"),
            ("sections/0/items/1/name", "Developer Boats"),
            ("sections/0/items/1/startDate", "2019-09"),
            ("sections/0/items/1/endDate", "2020-10"),
        ],
    );
}

#[test]
fn the_first_row_can_name_the_columns() {
    let text = "<h1>이력서</h1><p>mira@example.org</p><h2>경력사항</h2><table>\
        <tr><td>기간</td><td>근무처</td><td>담당업무</td></tr>\
        <tr><td>2019.07 – 2020.08</td><td>등대 연구소</td><td>강사</td></tr></table>";
    check_text(
        "cv.html",
        text,
        &[
            ("sections/0/items/0/name", "등대 연구소"),
            ("sections/0/items/0/position", "강사"),
            ("sections/0/items/0/endDate", "2020-08"),
        ],
    );
}

#[test]
fn values_of_forms_are_beside_their_labels() {
    let text = "<h1>이력서</h1><table>\
        <tr><td></td><td>지원분야</td><td>배 조종</td><td>희망연봉</td><td></td></tr>\
        <tr><td></td><td>성명한글</td><td>한바다</td><td>성명영문</td><td>Han Bada</td></tr>\
        <tr><td></td><td>E-mail</td><td>mira@example.org</td><td>휴대전화</td><td>010-2000-3000</td></tr></table>";
    check_text(
        "cv.html",
        text,
        &[("name", "한바다"), EMAIL, ("phone", "010-2000-3000"), ("facts/0/label", "지원분야")],
    );
}

#[test]
fn labels_beside_each_other_do_not_reach_into_the_name() {
    for text in [
        "# 个人简历\n\n姓 名：李雷 性 别：男\n\n邮 箱：mira@example.org\n\n## 教育背景\n\n- 山大学, 2019 – 2021\n",
        "## 基本信息\n\n姓名：李雷 专业：数学\n\n邮箱：mira@example.org\n\n## 教育背景\n\n- 山大学, 2019 – 2021\n",
    ] {
        check_text("cv.md", text, &[("name", "李雷"), EMAIL]);
    }
    let aged =
        "# 履歴書\n\n名前： 山田 花子 23歳 1998/6/17 女\n\n## 学歴\n\n2017年 3月 山高等学校卒業\n";
    check_text("cv.md", aged, &[("name", "山田 花子")]);
}

#[test]
fn lines_may_be_the_labels_of_jobs() {
    let text = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n\
        Company: Kestrel Ltd\n\nPosition: Pilot\n\nPeriod: 2018 - 2020\n\n- Steered ships\n\n\
        Company: Cometa Ltd\n\nPosition: Engineer\n\nPeriod: 2020 - 2022\n\nNotes of the port\n";
    let json = check_text(
        "cv.md",
        text,
        &[
            ("sections/0/items/0/name", "Kestrel Ltd"),
            ("sections/0/items/0/position", "Pilot"),
            ("sections/0/items/0/highlights/0", "Steered ships"),
            ("sections/0/items/1/name", "Cometa Ltd"),
            ("sections/0/items/1/endDate", "2022"),
        ],
    );
    assert!(json.contains("Notes of the port"), "{json}");
    let two = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n\
        **Period:** 11.11.2019 – 29.11.2019\n\n**Position:** Engineer\n\n**Activities:**\n\n- Steered ships\n\n\
        **Period:** July 2018 - June 2020\n\n**Position**: Pilot\n\n- Kept the lights\n";
    check_text(
        "cv.md",
        two,
        &[
            ("sections/0/items/0/position", "Engineer"),
            ("sections/0/items/0/startDate", "2019-11-11"),
            ("sections/0/items/1/position", "Pilot"),
            ("sections/0/items/1/startDate", "2018-07"),
        ],
    );
}

#[test]
fn what_is_below_a_form_stays_there() {
    let head = "# Mira Solano\n\nmira@example.org\n\n## Experience\n\n";
    let lines = format!(
        "{head}Company: Kestrel  \nPosition: Pilot  \nPeriod: 2018 - 2020  \nSteered the ships.  \n\
         Company: Cometa  \nPosition: Teacher  \nPeriod: 2016 - 2018  \nTaught the crew.\n"
    );
    check_text(
        "cv.md",
        &lines,
        &[
            ("sections/0/items/0/summary", "Steered the ships."),
            ("sections/0/items/1/summary", "Taught the crew."),
        ],
    );
    let list = format!(
        "{head}Company: Kestrel\n\nPosition: Pilot\n\nPeriod: 2018 - 2020\n\n\
         - 2015 - 2017: Teacher, School of Ovar\n- 2013 - 2015: Clerk, Port of Vigo\n"
    );
    let json = check_text("cv.md", &list, &[NAME]);
    assert!(json.contains("\"startDate\": \"2015\""), "{json}");
}
