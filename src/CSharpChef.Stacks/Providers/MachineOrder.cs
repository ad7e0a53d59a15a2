using System.Globalization;

namespace CSharpChef.Stacks.Providers;

/// <summary>The machine that an instance needs.</summary>
/// <param name="InstanceId">The id of the instance.</param>
/// <param name="Generation">
/// Counts the machines of the instance: 1 for the first, one more for each that replaces it.
/// </param>
/// <param name="Hostname">The host name of the machine.</param>
internal sealed record MachineOrder(string InstanceId, int Generation, string Hostname)
{
    /// <summary>The name of the launch: an order that is sent again has the same one.</summary>
    public string Token => TokenOf(InstanceId, Generation);

    /// <summary>The type of the instance, which the provider interprets.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The operating system in the words of the API, such as <c>Debian 12</c>; null for the provider's own.
    /// </summary>
    public string? Os { get; init; }

    /// <summary>Public keys that may log in as the converge account, as in authorized_keys.</summary>
    public IReadOnlyList<string> AuthorizedKeys { get; init; } = [];

    public static string TokenOf(string instanceId, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{instanceId}-{generation}");
}
