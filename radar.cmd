@echo off
rem Runs Segment Radar; builds the executable jar on first use.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%radar-adapter-cli\target\radar-all.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "HEAP=-Xms128m -XX:MaxRAMPercentage=50 -XX:MaxNewSize=200m"
set "COMPILER="
if /i "%~1"=="serve" set "HEAP=-Xms64m -XX:MaxRAMPercentage=50 -XX:MaxNewSize=96m"
if /i "%~1"=="serve" set "COMPILER=-XX:TieredStopAtLevel=1"
if defined RADAR_MAX_HEAP set "HEAP=-Xmx%RADAR_MAX_HEAP%"
if exist "%JAR%" goto run
echo Building Segment Radar (first use, about a minute) ... 1>&2
pushd "%HOME_DIR%"
call mvn -B -ntp -q -DskipTests package 1>&2
set "BUILD=%ERRORLEVEL%"
popd
if not "%BUILD%"=="0" (
  echo The build failed. JDK 17 or later and Maven 3.8 or later are needed. 1>&2
  exit /b 1
)
:run
"%JAVA%" -XX:+UseParallelGC %HEAP% %COMPILER% %RADAR_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
