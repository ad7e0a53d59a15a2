
action1() {
    title='package[tree, hello] install (recipes/installs_a_list.csx:1)'
    { matches "$package0_state" 'installed *' ||
        package installed tree ''; } &&
    did &&
    { matches "$package1_state" 'installed *' ||
        package installed hello ''; }
}
