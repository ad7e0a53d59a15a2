# Needs: facts_shared

# network_facts: prints interfaces and addresses. Two processes: ip and awk. Without ip the files of the kernel are
# read, which are less exact where two interfaces share a net.
network_facts() {
    ip addr 2>/dev/null | awk "$facts_awk"'
function hex(text,   n, i) {
    n = 0
    for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", tolower(substr(text, i, 1))) - 1
    return n
}
function little_endian(text) { return hex(substr(text, 7, 2) substr(text, 5, 2) substr(text, 3, 2) substr(text, 1, 2)) }
function bits(mask,   n) {
    n = 0
    while (mask >= 2147483648) {
        n++
        mask = (mask - 2147483648) * 2
    }
    return n
}
function add(name, address, global,   key) {
    if (!(name in places)) {
        places[name] = ++count
        names[count] = name
    }
    if (address !~ /^fe80:/) solid[name] = 1
    list[name] = list[name] (list[name] == "" ? "" : " ") address
    sub(/\/.*/, "", address)
    key = name (index(address, ":") ? " 6" : " 4")
    if (global && !(key in best)) best[key] = address
    else if (!index(address, ":") && !(key in spare)) spare[key] = address
}
function default_route(   line, f, lowest, found) {
    found = ""
    while ((getline line < "/proc/net/route") > 0) {
        if (split(line, f, " ") < 8 || f[2] != "00000000" || f[8] != "00000000" || f[1] == "*") continue
        if (found == "" || f[7] + 0 < lowest) {
            found = f[1]
            lowest = f[7] + 0
        }
    }
    close("/proc/net/route")
    if (found != "") return found
    while ((getline line < "/proc/net/ipv6_route") > 0) {
        if (split(line, f, " ") < 10 || f[1] !~ /^0+$/ || f[2] != "00" || f[10] == "lo") continue
        if (found == "" || hex(f[6]) < lowest) {
            found = f[10]
            lowest = hex(f[6])
        }
    }
    close("/proc/net/ipv6_route")
    return found
}
function read_kernel4(   line, f, n, i, size, number, address, place, width) {
    n = 0
    while ((getline line < "/proc/net/route") > 0) {
        if (split(line, f, " ") < 8 || f[1] == "*" || f[8] !~ /^[0-9A-F]+$/) continue
        net_of[++n] = little_endian(f[2])
        bits_of[n] = bits(little_endian(f[8]))
        name_of[n] = f[1]
    }
    close("/proc/net/route")
    address = ""
    while ((getline line < "/proc/net/fib_trie") > 0) {
        if (line ~ /\|-- /) address = substr(line, index(line, "|-- ") + 4)
        if (line !~ /\/32 host LOCAL/ || address in known) continue
        known[address] = 1
        if (address ~ /^127\./) {
            add("lo", address "/8", 0)
            continue
        }
        split(address, f, ".")
        number = ((f[1] * 256 + f[2]) * 256 + f[3]) * 256 + f[4]
        place = ""
        width = 0
        for (i = 1; i <= n; i++) {
            size = 2 ^ (32 - bits_of[i])
            if (bits_of[i] > width && int(number / size) == int(net_of[i] / size)) {
                place = name_of[i]
                width = bits_of[i]
            }
        }
        if (place != "") add(place, address "/" width, 1)
    }
    close("/proc/net/fib_trie")
}
function short6(text,   i, g, run, start, longest, from, out) {
    run = longest = 0
    for (i = 0; i < 8; i++) {
        g[i] = tolower(substr(text, i * 4 + 1, 4))
        sub(/^0+/, "", g[i])
        if (g[i] != "") {
            run = 0
            g[i] = g[i] ""
        } else {
            if (!run++) start = i
            if (run > longest) {
                longest = run
                from = start
            }
            g[i] = "0"
        }
    }
    out = ""
    for (i = 0; i < 8; i++) {
        if (longest > 1 && i == from) {
            out = out "::"
            i += longest - 1
        } else out = out (out == "" || out ~ /::$/ ? "" : ":") g[i]
    }
    return out
}
function read_kernel6(   line, f, flags) {
    while ((getline line < "/proc/net/if_inet6") > 0) {
        split(line, f, " ")
        flags = hex(f[5])
        if (flags % 2 || int(flags / 8) % 2 || int(flags / 32) % 2 || int(flags / 64) % 2) continue
        add(f[6], short6(f[1]) "/" hex(f[3]), f[4] == "00")
    }
    close("/proc/net/if_inet6")
}
/^[0-9]+: / {
    name = $2
    sub(/[:@].*/, "", name)
}
$1 ~ /^link\// { macs[name] = $2 }
$1 == "inet" || $1 == "inet6" {
    address = $2
    if ($3 == "peer") address = address substr($4, index($4 "/", "/"))
    if (/ (temporary|deprecated|tentative|dadfailed)/ || ($1 == "inet6" && / secondary/)) next
    add(name, address, $0 ~ / scope global/)
}
END {
    if (!NR) {
        read_kernel4()
        read_kernel6()
    }
    main = default_route()
    for (i = 1; main == "" && i <= count; i++) {
        name = names[i]
        if (name != "lo" && ((name " 4") in best || (name " 4") in spare)) main = name
    }
    say("network.ip", (main " 4") in best ? best[main " 4"] : spare[main " 4"])
    say("network.ip6", best[main " 6"])
    for (i = 1; i <= count; i++) {
        name = names[i]
        if (!(name in solid)) continue
        key = name
        gsub(/[^A-Za-z0-9_-]/, "_", key)
        if (key in said) continue
        said[key] = 1
        say("network.interfaces." key ".addresses", list[name])
        mac = NR ? macs[name] : first("/sys/class/net/" name "/address")
        say("network.interfaces." key ".mac", mac ~ /:/ && mac ~ /[^0:]/ ? mac : "")
    }
}'
}
