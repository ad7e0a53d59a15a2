using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A kernel parameter: the value that it has now, and the value that it gets at each boot.</summary>
    /// <example><code>Sysctl("vm.swappiness", s => s.Value = "10");</code></example>
    public SysctlResource Sysctl(
        string key,
        Action<SysctlResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new SysctlResource(key), configure, sourceFile, sourceLine);
}

/// <summary>
/// A kernel parameter. Its running value is in <c>/proc/sys</c>, its persistent value in a file of its own,
/// <c>/etc/sysctl.d/99-zz-csharpchef-KEY.conf</c>, which is read after the files of the distribution.
/// </summary>
public sealed class SysctlResource(string key) : Resource(key)
{
    /// <summary>
    /// The key with dots (<c>net.ipv4.ip_forward</c>) or slashes (<c>net/ipv4/ip_forward</c>). Its first dot or slash
    /// is the separator: <c>net/ipv4/conf/eth0.100/forwarding</c> and
    /// <c>net.ipv4.conf.eth0/100.forwarding</c> are the same key.
    /// </summary>
    public string Key { get; } = key;

    /// <summary>
    /// The value. Several words (<c>"1024 65535"</c>) are compared without regard to the white space between them.
    /// Required.
    /// </summary>
    public string Value { get; set; } = "";

    /// <summary>
    /// Sets the running value and the persistent value. A key that the node does not have, or a value that its kernel
    /// refuses, is an error. The default action.
    /// </summary>
    public ResourceAction Apply => Act(_ => [Value.Length > 0
        ? new SysctlStep(Key, Value)
        : throw new RecipeException("set Value: the value of the kernel parameter")]);

    /// <summary>Removes the persistent value. The running value stays until the next boot.</summary>
    public ResourceAction Remove => Act(_ => [new SysctlStep(Key, Value) { Present = false }]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Apply];
}
