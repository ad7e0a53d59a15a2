
action1() {
    title='service[cron] mask (recipes/masks.csx:1)'
    { matches "$unit0_state" 'masked *' ||
        service cron masked; }
}
