
action1() {
    title='file[/srv/one] create (recipes/lets_a_notified_resource_notify_another.csx:12)'
    notifies_later=3
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='execute[last] run (recipes/lets_a_notified_resource_notify_another.csx:1)'
    execute true
}

action3() {
    title='execute[next] run (recipes/lets_a_notified_resource_notify_another.csx:6)'
    notifies_later=2
    execute true
}
