using System.Reflection;
using CSharpChef.Cli.Hosting;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Verbs that need no server load no server assembly.</summary>
public sealed class StartTests
{
    private static readonly string[] Server =
    [
        "CSharpChef.Stacks",
        "CSharpChef.Web",
        "Orleans",
        "Microsoft.AspNetCore"
    ];

    [Fact]
    public void No_option_has_a_type_of_a_server_assembly() => Findings.AssertNone(
        from type in typeof(Host).Assembly.GetTypes()
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType is { IsGenericType: true, Namespace: "System.CommandLine" }
        from given in field.FieldType.GenericTypeArguments
        where Server.Any(name =>
            (given.GetElementType() ?? given).Assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal))
        select $"{type.Name}.{field.Name} is of {given}");

    [Fact]
    public void The_tool_has_no_assembly_attributes_from_server_assemblies() => Findings.AssertNone(
        from mark in typeof(Host).Assembly.GetCustomAttributesData()
        where Server.Any(name => mark.AttributeType.Assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal))
        select mark.AttributeType.FullName);
}
