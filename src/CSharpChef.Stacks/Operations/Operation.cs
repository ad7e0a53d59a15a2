using System.Reflection;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>One thing that can be asked of the server.</summary>
internal abstract class Operation
{
    public const string OpsWorks = "OpsWorks_20130218";
    public const string Own = "CSharpChef_20261124";

    public string Name => GetType().Name;

    /// <summary>What OpsWorks had is asked by its prefix, what it lacked by our own.</summary>
    public virtual string Prefix => OpsWorks;

    public string Target => $"{Prefix}.{Name}";

    public string Description => GetType().GetCustomAttribute<DescriptionAttribute>()?.Text ?? "";

    public abstract Right Right { get; }

    public abstract StructureShape Input { get; }

    /// <summary>Null when the answer is empty.</summary>
    public abstract StructureShape? Output { get; }

    /// <summary>True for an operation that changes nothing.</summary>
    public abstract bool IsQuery { get; }

    /// <summary>A request of this operation from what was sent, or a refusal that says which member is wrong.</summary>
    public abstract object Read(ReadOnlyMemory<byte> body);

    public abstract Task<object> RunAsync(object request, Call call);
}
