
action1() {
    title='file[/srv/one] create (recipes/carries_a_notification_across_a_barrier.csx:6)'
    notifies_later=2
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='execute[said] run (recipes/carries_a_notification_across_a_barrier.csx:1)'
    execute true
}
