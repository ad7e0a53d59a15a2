
action1() {
    title='file[/srv/one] create (recipes/carries_a_notification_across_a_barrier.csx:6)'
    sender='bf615becea99 run::carries_a_notification_across_a_barrier' notifies_later=2
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='execute[said] run (recipes/carries_a_notification_across_a_barrier.csx:1)'
    sender='02ca27893aae run::carries_a_notification_across_a_barrier'
    execute true
}
