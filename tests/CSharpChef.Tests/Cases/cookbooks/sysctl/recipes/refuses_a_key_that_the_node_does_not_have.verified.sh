
action1() {
    title='sysctl[net.ipv4.no_such_parameter] apply (recipes/refuses_a_key_that_the_node_does_not_have.csx:1)'
    { { equals "$sysctl0_running" 1 && equals "$sysctl0_config" 'net.ipv4.no_such_parameter = 1'; } ||
        sysctl net/ipv4/no_such_parameter 1 /etc/sysctl.d/99-zz-csharpchef-net.ipv4.no_such_parameter.conf 'net.ipv4.no_such_parameter = 1'; }
}
