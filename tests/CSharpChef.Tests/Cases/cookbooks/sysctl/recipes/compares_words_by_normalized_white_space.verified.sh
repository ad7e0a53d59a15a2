
action1() {
    title='sysctl[net.ipv4.ip_local_port_range] apply (recipes/compares_words_by_normalized_white_space.csx:1)'
    { { equals "$sysctl0_running" '32768 60999' && equals "$sysctl0_config" 'net.ipv4.ip_local_port_range = 32768 60999'; } ||
        sysctl net/ipv4/ip_local_port_range '32768 60999' /etc/sysctl.d/99-zz-csharpchef-net.ipv4.ip_local_port_range.conf 'net.ipv4.ip_local_port_range = 32768 60999'; }
}
