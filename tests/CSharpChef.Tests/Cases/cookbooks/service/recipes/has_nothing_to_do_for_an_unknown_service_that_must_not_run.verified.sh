
action1() {
    title='service[no-such-service] disable (recipes/has_nothing_to_do_for_an_unknown_service_that_must_not_run.csx:1)'
    { matches "$unit0_state" '* disabled no' || matches "$unit0_state" '* masked no' || matches "$unit0_state" '* static no' ||
        service no-such-service disabled "$unit0_answer"; }
}

action2() {
    title='service[no-such-service] stop (recipes/has_nothing_to_do_for_an_unknown_service_that_must_not_run.csx:1)'
    { matches "$unit0_state" '* inactive * no' || matches "$unit0_state" '* failed * no' ||
        service no-such-service stopped "$unit0_answer"; }
}
