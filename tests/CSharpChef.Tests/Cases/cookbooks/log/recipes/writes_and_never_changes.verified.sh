
action1() {
    title='log[some words] write (recipes/writes_and_never_changes.csx:1)'
    :
}

action2() {
    title='log[a warning] write (recipes/writes_and_never_changes.csx:2)'
    :
}
