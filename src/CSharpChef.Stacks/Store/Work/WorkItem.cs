using System.Globalization;

namespace CSharpChef.Stacks.Store.Work;

/// <summary>An instance or stack for which a server has something to do.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Id">The id of the instance or stack, with a part for each kind of work beside the first one.</param>
internal sealed record WorkItem(string Kind, string Id)
{
    public const string InstanceKind = "instance";
    public const string StackKind = "stack";

    /// <summary>The work on the accounts of users on all machines of a stack.</summary>
    public const string StackLoginsKind = "stack-logins";

    /// <summary>The work on the accounts of users on one machine.</summary>
    public const string InstanceLoginsKind = "instance-logins";

    /// <summary>The id of the instance or stack.</summary>
    public string Subject => Id.Split('/')[0];

    public static WorkItem OfInstance(string id) => new(InstanceKind, id);

    public static WorkItem OfStack(string id) => new(StackKind, id);

    public static WorkItem OfStackLogins(string id) => new(StackLoginsKind, $"{id}/logins");

    /// <summary>The look at the accounts of a day, which are removed some time after they were locked.</summary>
    public static WorkItem OfStackLogins(string id, DateOnly day) =>
        new(StackLoginsKind, $"{id}/logins/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    public static WorkItem OfInstanceLogins(string id) => new(InstanceLoginsKind, $"{id}/logins");
}
