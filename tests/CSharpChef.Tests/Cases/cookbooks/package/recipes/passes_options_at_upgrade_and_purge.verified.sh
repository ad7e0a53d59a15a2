
action1() {
    title='package[hello] upgrade (recipes/passes_options_at_upgrade_and_purge.csx:1)'
    package latest hello '' --no-install-recommends
}

action2() {
    title='package[tree] purge (recipes/passes_options_at_upgrade_and_purge.csx:6)'
    { equals "$package0_state" absent ||
        package purged tree '' --allow-change-held-packages; }
}
