
action1() {
    title='service[no-such-service] enable (recipes/fails_for_an_unknown_service.csx:1)'
    { matches "$unit0_state" '* enabled no' ||
        service no-such-service enabled "$unit0_answer"; }
}

action2() {
    title='service[no-such-service] start (recipes/fails_for_an_unknown_service.csx:1)'
    { matches "$unit0_state" '* active * no' || matches "$unit0_state" '* reloading * no' ||
        service no-such-service started "$unit0_answer"; }
}
