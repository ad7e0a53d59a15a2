
action1() {
    title='package[awk] remove (recipes/leaves_what_provides_a_name_that_is_removed.csx:1)'
    { matches "$package0_state" 'absent*' ||
        package removed awk ''; }
}

action2() {
    title='package[awk] purge (recipes/leaves_what_provides_a_name_that_is_removed.csx:2)'
    { equals "$package0_state" absent ||
        package purged awk ''; }
}
