
action1() {
    title='package[fleet-demo] install (recipes/installs_an_exact_version_and_the_beginning_of_one.csx:1)'
    { matches "$package0_state" 'installed 1.0' ||
        package installed fleet-demo 1.0; }
}
