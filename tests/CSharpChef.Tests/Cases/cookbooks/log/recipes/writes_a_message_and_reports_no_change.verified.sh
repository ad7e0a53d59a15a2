
action1() {
    title='log[some words] write (recipes/writes_a_message_and_reports_no_change.csx:1)'
    :
}

action2() {
    title='log[a warning] write (recipes/writes_a_message_and_reports_no_change.csx:2)'
    :
}
