
action1() {
    title='file[/srv/one] create (recipes/runs_pending_notifications_also_after_a_failure.csx:6)'
    notifies_later=4
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='file[/no/such/folder/file] create (recipes/runs_pending_notifications_also_after_a_failure.csx:7)'
    { matches "$file1_mode" "file * * *" ||
        file /no/such/folder/file; }
}

action3() {
    title='file[/srv/two] create (recipes/runs_pending_notifications_also_after_a_failure.csx:8)'
    { matches "$file2_mode" "file * * *" ||
        file /srv/two; }
}

action4() {
    title='execute[said] run (recipes/runs_pending_notifications_also_after_a_failure.csx:1)'
    execute true
}
