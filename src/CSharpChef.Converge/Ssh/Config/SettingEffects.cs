namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Which keywords of ssh_config the built-in client honours, and what the others change.</summary>
internal sealed class SettingEffects(LocalAccount account)
{
    private const string SystemFolder = "/etc/ssh/";

    private static readonly HashSet<string> Honoured =
    [
        "hostname", "port", "user", "identityfile", "identitiesonly", "identityagent", "proxyjump", "userknownhostsfile",
        "globalknownhostsfile", "stricthostkeychecking", "hostkeyalias", "hashknownhosts", "connecttimeout", "passwordauthentication",

        // The built-in client has none of these ways to log in.
        "kbdinteractiveauthentication", "challengeresponseauthentication", "skeyauthentication", "tisauthentication",
        "dsaauthentication",
    ];

    private static readonly HashSet<string> HonouredWithoutEffect =
    [
        "hashknownhosts", "connecttimeout", "passwordauthentication", "kbdinteractiveauthentication",
        "challengeresponseauthentication", "skeyauthentication", "tisauthentication", "dsaauthentication",
    ];

    // The values, between blanks, for which a setting changes nothing.
    private static readonly Dictionary<string, string> Route = new()
    {
        ["proxycommand"] = "none",
        ["canonicalizehostname"] = "no false none",
        ["bindaddress"] = "",
        ["bindinterface"] = "",
        ["addressfamily"] = "any",
        ["knownhostscommand"] = "none",
        ["revokedhostkeys"] = "none",
        ["verifyhostkeydns"] = "no false",
        ["nohostauthenticationforlocalhost"] = "no false",
        ["casignaturealgorithms"] = "",
        ["hostkeyalgorithms"] = "",
        ["requiredrsasize"] = "1024",
        ["checkhostip"] = "no false",
        ["gssapikeyexchange"] = "no false",
        ["refuseconnection"] = "",
        ["kexalgorithms"] = "",
        ["ciphers"] = "",
        ["macs"] = "",
        ["pubkeyauthentication"] = "yes true",
        ["preferredauthentications"] = "",
        ["pubkeyacceptedalgorithms"] = "",
        ["pubkeyacceptedkeytypes"] = "",
        ["identityfile2"] = "",
    };

    private static readonly Dictionary<string, string> Login = new()
    {
        ["gssapiauthentication"] = "no false",
        ["pkcs11provider"] = "none",
        ["smartcarddevice"] = "none",
        ["securitykeyprovider"] = "internal",
        ["certificatefile"] = "none",
        ["hostbasedauthentication"] = "no false",
    };

    /// <summary>What a setting changes that the built-in client passes over; null when it honours it.</summary>
    public SettingEffect? Unsupported(SshConfigLine line) =>
        Honoured.Contains(line.Keyword) ? null
        : Changes(Route, line) ? SettingEffect.Route
        : Changes(Login, line) && !IsDefaultOfTheSystem(line) ? SettingEffect.Login
        : SettingEffect.Other;

    /// <summary>What a setting changes, honoured or not, in a block of which nobody knows whether it applies.</summary>
    public SettingEffect Of(SshConfigLine line) => HonouredWithoutEffect.Contains(line.Keyword)
        ? SettingEffect.Other
        : Unsupported(line) ?? SettingEffect.Route;

    private static bool Changes(Dictionary<string, string> settings, SshConfigLine line) =>
        settings.TryGetValue(line.Keyword, out var neutral)
        && line.Words.Count > 0
        && !neutral.Split(' ').Contains(line.Words[0], StringComparer.OrdinalIgnoreCase);

    // Debian's ssh_config turns GSSAPI on for all hosts, which matters only to a user with a ticket.
    private bool IsDefaultOfTheSystem(SshConfigLine line) => line.Keyword == "gssapiauthentication"
        && line.File.StartsWith(SystemFolder, StringComparison.Ordinal)
        && !account.HasKerberosTicket;
}
