
action1() {
    title='service[cron] mask (recipes/masks_a_service.csx:1)'
    { matches "$unit0_state" '* masked no' ||
        service cron masked "$unit0_answer"; }
}
