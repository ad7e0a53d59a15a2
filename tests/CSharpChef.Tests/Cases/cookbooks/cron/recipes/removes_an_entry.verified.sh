
action1() {
    title='cron[backup] delete (recipes/removes_an_entry.csx:1)'
    absent /etc/cron.d/backup file
}

action2() {
    title='cron[never] delete (recipes/removes_an_entry.csx:2)'
    absent /etc/cron.d/never file
}
