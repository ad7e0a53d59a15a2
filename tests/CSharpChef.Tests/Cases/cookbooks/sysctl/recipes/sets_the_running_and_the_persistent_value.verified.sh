
action1() {
    title='sysctl[net.ipv4.tcp_keepalive_time] apply (recipes/sets_the_running_and_the_persistent_value.csx:1)'
    { { equals "$sysctl0_running" 600 && equals "$sysctl0_config" 'net.ipv4.tcp_keepalive_time = 600'; } ||
        sysctl net/ipv4/tcp_keepalive_time 600 /etc/sysctl.d/99-zz-csharpchef-net.ipv4.tcp_keepalive_time.conf 'net.ipv4.tcp_keepalive_time = 600'; }
}
