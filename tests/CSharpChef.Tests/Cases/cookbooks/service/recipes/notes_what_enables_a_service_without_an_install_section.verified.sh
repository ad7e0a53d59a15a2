
action1() {
    title='service[case] enable (recipes/notes_what_enables_a_service_without_an_install_section.csx:1)'
    { matches "$unit0_state" '* enabled no' ||
        service case enabled "$unit0_answer"; }
}

action2() {
    title='service[case] start (recipes/notes_what_enables_a_service_without_an_install_section.csx:1)'
    { matches "$unit0_state" '* active * no' || matches "$unit0_state" '* reloading * no' ||
        service case started "$unit0_answer"; }
}
