
action1() {
    title='file[/srv/one] create (recipes/queues_a_notification_once_and_runs_it_last.csx:6)'
    notifies_later=4
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='file[/srv/two] create (recipes/queues_a_notification_once_and_runs_it_last.csx:7)'
    notifies_later=4
    { matches "$file1_mode" "file * * *" ||
        file /srv/two; }
}

action3() {
    title='file[/srv/three] create (recipes/queues_a_notification_once_and_runs_it_last.csx:8)'
    { matches "$file2_mode" "file * * *" ||
        file /srv/three; }
}

action4() {
    title='execute[said] run (recipes/queues_a_notification_once_and_runs_it_last.csx:1)'
    execute true
}
