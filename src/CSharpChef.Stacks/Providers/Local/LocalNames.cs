using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CSharpChef.Stacks.Providers.Local.Images;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>Checks texts that become parts of paths, names and arguments of programs.</summary>
internal static partial class LocalNames
{
    private const int Broadest = 8;
    private const int Narrowest = 29;

    public static LocalOptions Check(LocalOptions options)
    {
        RequirePath("folder of machines", options.Folder);
        Require(
            Bridges().IsMatch(options.Bridge),
            $"'{options.Bridge}' is not a valid name for a bridge. Use at most seven lower-case letters and digits.");
        Require(
            IsSubnet(options.Subnet),
            $"{options.Subnet} is not a subnet for machines. Use one of IPv4 between /{Broadest} and /{Narrowest}.");
        return options;
    }

    public static void Check(MachineOrder order)
    {
        Check(order.Token);
        Require(
            Hostnames().IsMatch(order.Hostname),
            $"Machine {order.Token} cannot be called '{order.Hostname}'. Use at most 63 lower-case letters, digits and dashes.");
        Require(
            order.AuthorizedKeys.All(IsLine),
            $"A key that may log in to machine {order.Token} is not one line of text. Write each key as in authorized_keys.");
    }

    /// <summary>Checks the id of a machine, which is the token of its launch.</summary>
    public static void Check(string id) =>
        Require(IsId(id), $"'{id}' is not the id of a machine. Use one such as {Guid.Empty}-1.");

    public static bool IsId(string name) => Ids().IsMatch(name);

    public static void Check(ImageOrder order)
    {
        Require(SuiteNames().IsMatch(order.Suite), $"'{order.Suite}' is not a suite of Debian. Use one such as bookworm.");
        Require(
            Mirrors().IsMatch(order.Mirror),
            $"The mirror '{order.Mirror}' is not a URL. Use one such as {ImageOrder.DefaultMirror}.");
        foreach (var package in order.Include)
        {
            Require(
                PackageNames().IsMatch(package), $"'{package}' is not the name of a package. Use names such as curl.");
        }
    }

    private static bool IsSubnet(IPNetwork subnet) =>
        subnet.BaseAddress.AddressFamily == AddressFamily.InterNetwork
            && subnet.PrefixLength is >= Broadest and <= Narrowest;

    private static bool IsLine(string key) => key.Trim().Length > 0 && !key.Any(char.IsControl);

    private static void RequirePath(string noun, string path) =>
        Require(
            Paths().IsMatch(path),
            $"The {noun} '{path}' is not a plain absolute path. Use letters, digits, dots and dashes.");

    private static void Require(bool isValid, string message)
    {
        if (!isValid)
        {
            throw new ProviderException(message) { IsUsage = true };
        }
    }

    [GeneratedRegex(@"\A(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\z")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\A[a-z][a-z0-9]{0,6}\z")]
    private static partial Regex Bridges();

    [GeneratedRegex(@"\Ahttps?://\S+\z")]
    private static partial Regex Mirrors();

    [GeneratedRegex(@"\A[a-z]+\z")]
    private static partial Regex SuiteNames();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9+.-]+\z")]
    private static partial Regex PackageNames();

    [GeneratedRegex(@"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[1-9][0-9]{0,8}\z")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Hostnames();
}
