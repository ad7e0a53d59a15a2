
action1() {
    title='service[no-such-service] enable (recipes/fails_for_an_unknown_service.csx:1)'
    { matches "$unit0_state" '* enabled no' || matches "$unit0_state" '* static no' || matches "$unit0_state" '* generated no' || matches "$unit0_state" '* alias no' || matches "$unit0_state" '* indirect no' ||
        service no-such-service enabled; }
}

action2() {
    title='service[no-such-service] start (recipes/fails_for_an_unknown_service.csx:1)'
    { matches "$unit0_state" 'loaded active * no' || matches "$unit0_state" 'loaded reloading * no' ||
        service no-such-service started; }
}
