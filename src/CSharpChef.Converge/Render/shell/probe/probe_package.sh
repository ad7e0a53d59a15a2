# Needs: probe

# The state of a package is "installed VERSION", "absent VERSION" (its configuration is left), "broken VERSION",
# "unwanted VERSION" (dpkg is asked to remove it), "automatic VERSION" (installed only for others) or "absent". It is
# empty when the package manager does not answer.
# shellcheck disable=SC2016
probe_awk=$probe_awk'
function found(name, state) {
    if (!(("package", name) in subject)) return
    set(subject["package", name] "_state", state)
    is_found[subject["package", name]] = 1
}
END {
    if (!packages_answered) count["package"] = 0
    for (i = 0; i < count["package"]; i++) if (!(("package" i) in is_found)) set("package" i "_state", "absent")
}'
