
action1() {
    title='file[/srv/one] create (recipes/runs_an_immediate_notification_each_time_in_place.csx:12)'
    notifies_now=4
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='file[/srv/two] create (recipes/runs_an_immediate_notification_each_time_in_place.csx:13)'
    notifies_now=4
    { matches "$file1_mode" "file * * *" ||
        file /srv/two; }
}

action3() {
    title='execute[second] run (recipes/runs_an_immediate_notification_each_time_in_place.csx:1)'
    execute true
}

action4() {
    title='execute[first] run (recipes/runs_an_immediate_notification_each_time_in_place.csx:6)'
    notifies_now=3
    execute true
}
