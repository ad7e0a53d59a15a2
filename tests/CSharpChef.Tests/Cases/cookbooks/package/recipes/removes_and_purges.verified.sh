
action1() {
    title='package[tree] remove (recipes/removes_and_purges.csx:1)'
    { matches "$package0_state" 'absent*' ||
        package removed tree ''; }
}

action2() {
    title='package[fleet-demo] purge (recipes/removes_and_purges.csx:2)'
    { equals "$package1_state" absent ||
        package purged fleet-demo ''; }
}

action3() {
    title='package[never-there] remove (recipes/removes_and_purges.csx:3)'
    { matches "$package2_state" 'absent*' ||
        package removed never-there ''; }
}
