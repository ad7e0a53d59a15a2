
action1() {
    title='service[case] start (recipes/leaves_alone_what_is_null.csx:1)'
    { matches "$unit0_state" 'loaded active * no' || matches "$unit0_state" 'loaded reloading * no' ||
        service case started; }
}
