
action1() {
    title='execute[no folder] run (recipes/fails_when_the_folder_or_user_of_a_guard_is_missing.csx:1)'
    ignore=1
    guard 1 no true cwd=/no/such/folder || return 1
    execute true cwd=/no/such/folder
}

action2() {
    title='execute[no user] run (recipes/fails_when_the_folder_or_user_of_a_guard_is_missing.csx:8)'
    ignore=1 runas=no-such-user
    guard 1 yes true || return 1
    execute true
}
