using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>A test case that FsCheck runs many times.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For deserialization only.</summary>
    [Obsolete("For deserialization only.")]
    public PropertyTestCase()
    {
    }

    /// <summary>Makes the case of a method.</summary>
    public PropertyTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
        new CaseRunner(this, DisplayName, SkipReason, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    // xunit counts the arguments before it invokes, so it is handed as many nulls as the method has parameters.
    private sealed class CaseRunner(IXunitTestCase testCase, string displayName, string skipReason, object[] constructorArguments, IMessageBus messageBus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCaseRunner(testCase, displayName, skipReason, constructorArguments, new object[testCase.Method.GetParameters().Count()], messageBus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments, string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
            new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class Runner(ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments, string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestRunner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellation)
    {
        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
            new Invoker(Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
    }

    private sealed class Invoker(ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestInvoker(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes, aggregator, cancellation)
    {
        protected override object? CallTestMethod(object testClassInstance)
        {
            var attribute = TestMethod.GetCustomAttribute<PropertyAttribute>()!;
            var config = Config.QuickThrowOnFailure
                .WithQuietOnSuccess(true)
                .WithMaxTest(attribute.MaxTest)
                .WithReplay(Seed(attribute))
                .WithArbitrary([.. attribute.Arbitrary, .. GeneratorsOf(TestClass)]);
            Check.Method(config, TestMethod, testClassInstance);
            return null;

            static IEnumerable<Type> GeneratorsOf(Type testClass) => testClass.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => type.Name == "Generators");
        }

        private static Replay Seed(PropertyAttribute attribute)
        {
            var text = Environment.GetEnvironmentVariable("INFOSCOPE_REPLAY") is { Length: > 0 } all ? all : attribute.Replay;
            if (text.Length == 0) text = "(20260101,1)";
            var parts = text.Trim('(', ')').Split(',');
            var seed = ulong.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
            var gamma = ulong.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            return new Replay(new Rnd(seed, gamma | 1), Microsoft.FSharp.Core.FSharpOption<int>.None);
        }
    }
}
